"""One page fetched from the public web because a user asks for it, with manners and limits."""
