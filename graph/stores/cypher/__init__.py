"""Cypher texts: tokens, the guard of queries and the rewriting for the embedded engine."""
