"""Doubts of the gate beyond those of the lint: a row that its own words do not fully support."""
