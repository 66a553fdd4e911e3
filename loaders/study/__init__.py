"""Reads the tables of a study that are not facts: cascades, ties, nodes, networks and panels."""
