"""The cells of a row that a model wrote."""
