"""Doubts about events: which one a row means, and which part a party has in it."""
