"""What a session remembers: language, address and the open facts."""
