"""The parts of the Review page: cards, passages, forms, and the decisions that it writes."""
