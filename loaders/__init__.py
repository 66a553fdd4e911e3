"""Facts from outside: tables into rows, rows into facts, with every fault reported; evidence."""
