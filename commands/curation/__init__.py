"""Commands by which a curator decides: on drafts and names, and on rows that are facts."""
