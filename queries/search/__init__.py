"""The search over a whole dataset: things by kind, statements and questions."""
