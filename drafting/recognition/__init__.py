"""What stands in a text: figures and dates as typed values with their spans in the clean text."""
