"""Commands from an article to drafts: its text, positions in it, drafts, and whether they fit."""
