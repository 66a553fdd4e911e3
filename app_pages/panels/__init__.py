"""Results on the pages: evidence, answers, charts and profiles."""
