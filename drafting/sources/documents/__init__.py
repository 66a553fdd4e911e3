"""The text of HTML, PDF, Word and text files, and what the files say of themselves."""
