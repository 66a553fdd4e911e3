"""Statistical methods that do not depend on the facts."""
