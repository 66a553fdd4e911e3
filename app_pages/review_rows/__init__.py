"""The rows that a curator decides on: their forms, passages and possible values."""
