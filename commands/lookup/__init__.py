"""The verbs that ask, search and cite."""
