"""Facts that may precede an adoption and were not recorded because of it."""
