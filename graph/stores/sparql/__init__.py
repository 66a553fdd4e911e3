"""The SPARQL engine, in a process of its own."""
