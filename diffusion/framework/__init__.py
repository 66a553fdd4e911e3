"""What a measure is and how it runs."""
