"""Writes facts tables and facts folders, with rows in the order in which people keep them."""
