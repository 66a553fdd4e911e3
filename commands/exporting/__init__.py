"""The command `export`, and the parts of it that are no file of facts."""
