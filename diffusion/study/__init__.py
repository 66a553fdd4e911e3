"""The data that a measure takes: nodes, ties, adoptions and the observation window."""
