"""Measures of diffusion: study data in, results with counts and reasons out."""
