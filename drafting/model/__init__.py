"""Rows that a language model proposes: what it is asked, and what becomes of its answers."""
