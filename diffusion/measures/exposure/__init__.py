"""Measures of exposure to earlier adopters."""
