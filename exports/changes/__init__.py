"""The changes between two states of the facts, in words: rows, CSV, Markdown and JSON."""
