"""The text of a source, made readable for rules, with the way back to the letters as they stand."""
