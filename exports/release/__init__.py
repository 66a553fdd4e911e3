"""A release: the facts of a day as files that can be cited, checked and read by other tools."""
