"""The checks of the lint: one module a group of fields, each gives findings on one statement."""
