"""Of which place or organisation each clause of a text speaks."""
