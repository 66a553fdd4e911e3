"""The words that recognisers look for, as tables by language, and their reader."""
