"""Charts of the results of measures."""
