"""The tables of the search, kept from one process to the next."""
