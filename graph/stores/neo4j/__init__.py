"""Neo4j through the official driver: queries, loading and its errors."""
