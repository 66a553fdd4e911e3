"""Engines that answer queries, behind one contract."""
