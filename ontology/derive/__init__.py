"""Files derived from the kinds: RDF terms, SHACL shapes, constraints and the schema page."""
