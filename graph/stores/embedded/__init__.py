"""The embedded Cypher engine, in its own process."""
