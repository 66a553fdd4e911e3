"""The network, map and curve as one HTML file."""
