"""Tables read row by row, with faults that name file, line and column."""
