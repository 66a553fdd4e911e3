"""Drafts as rows of the facts: read, checked, and set beside the statements that there are."""
