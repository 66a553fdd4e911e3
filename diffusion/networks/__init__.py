"""Computations on networks of lessons and adoptions."""
