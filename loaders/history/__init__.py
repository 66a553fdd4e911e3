"""What a facts folder keeps of the past: statements that were withdrawn."""
