"""A facts folder read and checked."""
