"""Talks of a facts folder: read from TOML, checked, edited as drafts, and played."""
