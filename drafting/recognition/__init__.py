"""Recognises figures, dates, places, mechanisms and quoted names in a clean text, with spans."""
