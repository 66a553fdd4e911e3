"""Proposed rows of the facts, and the files that hold them."""
