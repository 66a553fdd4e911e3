"""Statistical methods that know nothing of the facts."""
