"""The contract of a store and what all stores share."""
