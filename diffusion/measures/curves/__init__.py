"""Measures of adoption over time."""
