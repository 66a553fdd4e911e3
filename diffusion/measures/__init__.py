"""One measure a file, with its description as TOML beside it."""
