"""Facts from outside: tables into rows, rows into facts, every fault told; evidence; exports."""
