"""Caches between processes: facts and search tables, in the build folder."""
