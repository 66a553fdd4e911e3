"""Simulates a model that errs, and counts what gets past the gate."""
