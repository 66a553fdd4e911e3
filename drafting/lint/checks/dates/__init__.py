"""Checks of dates: what their words read, and which year they mean without one."""
