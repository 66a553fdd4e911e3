"""Answers as text: labels, footnotes and file formats."""
