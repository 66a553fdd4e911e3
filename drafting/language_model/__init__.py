"""Rows that a language model proposes: the questions to it, and the use of its answers."""
