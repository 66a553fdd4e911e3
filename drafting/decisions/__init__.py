"""Decisions of named curators: the log that keeps them, and which of them stand."""
