"""Positions and routes: columns, lanes, rings, edges around nodes, and the map's projection."""
