"""The copies of sources that a user has: their passages, and whether they have the cited words."""
