"""The texts that a curator reads: those of the facts, and those that a reader adds."""
