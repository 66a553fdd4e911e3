"""A file or a page on the web becomes a source: its copy as UTF-8 text, and its row as a draft."""
