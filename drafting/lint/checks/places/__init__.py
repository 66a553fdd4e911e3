"""The places of a passage: those that it names, and those named before that it still means."""
