"""Descriptions of a release for catalogues, citation managers and other programs."""
