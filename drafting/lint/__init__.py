"""Whether a claim fits its quote: findings on statements and on drafts."""
