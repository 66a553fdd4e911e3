"""Panels that are built: units at risk from dated adoptions, with lagged columns of networks."""
