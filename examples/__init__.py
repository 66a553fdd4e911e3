"""Facts folders made from data that others have published."""
