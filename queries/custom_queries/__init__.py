"""Custom queries: their parameters, the schema for writing them, and their files."""
