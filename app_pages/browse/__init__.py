"""The lists of all things by kind, and the page of each thing."""
