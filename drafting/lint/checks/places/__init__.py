"""Where the passages name places, and of which place they go on to speak without a name."""
