"""Scores drafts against curated rows of sources that the drafters do not know."""
