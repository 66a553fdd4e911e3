"""Fetches a page of the public web for a user, respecting robots.txt and limits."""
