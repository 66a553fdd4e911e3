"""A facts folder that several processes read, each some rows of its tables."""
