"""The drafters: a module for each kind, or for similar kinds."""
