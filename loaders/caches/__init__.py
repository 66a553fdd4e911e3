"""What a process may take from an earlier one: facts and search tables, in the build folder."""
