"""Checks of stances: what the words plan, deny, or state as done."""
