"""Engines that answer queries: the interface of all, its limits and messages, a folder for each."""
