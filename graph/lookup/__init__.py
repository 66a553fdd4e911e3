"""Search for things and where they lie."""
