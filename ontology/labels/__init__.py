"""The names of kinds, fields and choices in both languages."""
