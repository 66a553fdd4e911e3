"""Where the passages name places."""
