"""The past that a facts folder keeps: statements that were withdrawn."""
