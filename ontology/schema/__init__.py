"""The kinds of thing and statement, and the types of their fields."""
