"""Checks of figures."""
