"""Figures and how numbers are written: in digits, in words, and in the cells of tables."""
