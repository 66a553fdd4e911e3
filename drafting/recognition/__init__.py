"""What stands in a clean text: figures, dates and places as typed values with their spans."""
