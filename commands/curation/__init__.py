"""Commands that add facts: from an article to rows that a curator accepts."""
