"""Places side by side: adoptions and indicators."""
