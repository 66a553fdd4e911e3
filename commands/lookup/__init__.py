"""The verb that looks words up in the facts."""
