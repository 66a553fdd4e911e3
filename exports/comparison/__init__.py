"""The comparison of places as a table, XLSX and Markdown."""
