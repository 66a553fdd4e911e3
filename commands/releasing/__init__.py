"""The commands for releases: what changed between two of them."""
