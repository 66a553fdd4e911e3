"""The SPARQL engine, in its own process."""
