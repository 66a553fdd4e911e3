"""Inputs of the pages: each form returns a typed value."""
