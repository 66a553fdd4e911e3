"""The verbs of releases: what changed between two of them."""
