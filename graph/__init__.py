"""The facts as graphs: property graph, RDF dataset, networkx, the stores that answer, drawing."""
