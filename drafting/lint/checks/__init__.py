"""The checks of the lint: a module for each group of fields; each returns findings."""
