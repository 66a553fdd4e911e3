"""The state of a session: language, address and the open facts."""
