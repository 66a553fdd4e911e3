"""The commands that serve the facts to other programs until they are ended."""
