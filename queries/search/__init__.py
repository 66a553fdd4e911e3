"""The search over all that a dataset tells of: things by kind, statements and questions."""
