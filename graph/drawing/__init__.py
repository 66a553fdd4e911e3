"""Layout and appearance of the network, map and curve."""
