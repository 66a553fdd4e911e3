"""The frame of a measure: its parts and how it runs."""
