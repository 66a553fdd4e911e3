"""Rules that propose rows from what is recognised in a text: one module a kind."""
