"""Networks of likely followers, inferred from the dates of many cascades."""
