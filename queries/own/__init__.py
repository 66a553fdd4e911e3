"""Queries of one's own: their parameters, the schema for writing them, and their files."""
