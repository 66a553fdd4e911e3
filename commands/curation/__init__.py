"""Verbs by which facts are added: from an article to rows that a curator accepts."""
