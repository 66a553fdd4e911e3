"""Rows of the tables that pages show: links, and statements page by page."""
