"""Drafts of an article by rules: the article with its subjects and dates, and its drafts."""
