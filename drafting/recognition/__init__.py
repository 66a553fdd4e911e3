"""What stands in a clean text, with its span: figures, dates, places, mechanisms, quoted names."""
