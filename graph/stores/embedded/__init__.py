"""The embedded Cypher engine, in a process of its own."""
