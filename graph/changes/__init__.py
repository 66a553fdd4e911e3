"""The differences between two states of the facts, and since when each statement is known."""
