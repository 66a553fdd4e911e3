"""The places that passages name, and those of which they go on to speak without a name."""
