"""One measure a file, NAME.py, with its texts beside it in NAME.toml."""
