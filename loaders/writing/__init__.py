"""Facts tables and facts folders written: rows in the order in which people keep them."""
