"""Search for things, and their places."""
