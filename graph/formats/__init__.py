"""The facts as RDF and as a networkx graph, and their graph as lines sorted on the disk."""
