"""The text of a source, made readable for rules, with the positions in the raw text."""
