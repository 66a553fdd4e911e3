"""Event histories: the rows at risk, the terms of time, the fit, and how well it predicts."""
