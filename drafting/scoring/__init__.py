"""How good drafts are: compared with curated rows of sources that the drafters do not know."""
