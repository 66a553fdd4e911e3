"""The property graph and the facts as RDF and networkx."""
