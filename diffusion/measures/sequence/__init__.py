"""Measures of the order in which places adopt."""
