"""Who probably followed whom, inferred from the dates of many cascades."""
