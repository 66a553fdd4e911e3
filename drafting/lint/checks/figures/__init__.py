"""Checks of figures: value, bound, unit and what they are counted by."""
