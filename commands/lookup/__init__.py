"""The commands that ask, search and cite."""
