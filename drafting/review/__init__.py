"""The review of drafts: the queue, its cards, and the session of a curator at it."""
