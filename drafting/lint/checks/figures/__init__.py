"""Checks of figures: value, bound, unit, rate and baseline, and what their clause says of them."""
