"""Bolt 5 for reading: messages, their binary form, and a server that guards each query."""
