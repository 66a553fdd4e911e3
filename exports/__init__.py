"""Files for other tools and for readers."""
