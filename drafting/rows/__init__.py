"""Drafts as rows of the facts: read, checked, and compared with existing statements."""
