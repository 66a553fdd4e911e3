"""Accepted rows into the tables of facts, all or nothing."""
