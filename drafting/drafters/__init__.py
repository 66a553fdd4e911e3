"""What rules propose of an article: the article with its subjects and dates, and its drafts."""
