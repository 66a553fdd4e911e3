"""Measures of likeness between neighbours."""
