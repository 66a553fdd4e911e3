"""The place or organisation that each clause of a text speaks of."""
