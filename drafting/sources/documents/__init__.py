"""The text of HTML, PDF, Word and text files, and the files' own descriptions."""
