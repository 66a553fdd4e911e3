"""Lessons and visits in the words of a text, for several drafters."""
