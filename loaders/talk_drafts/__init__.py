"""Talks in the making: an edited talk, its TOML, and the playing of one with faulty steps."""
