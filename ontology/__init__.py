"""The kinds of things and statements, and all that derives from them."""
