"""What the Review page is made of: cards, passages, forms, and the decisions that it writes."""
