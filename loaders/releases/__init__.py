"""Releases of a facts folder: opened safely, dated, and read as facts."""
