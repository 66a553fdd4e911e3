"""The drafters: one module a kind, or a pair of like kinds."""
