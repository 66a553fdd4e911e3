"""Measures of the network of lessons."""
