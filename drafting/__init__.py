"""From an article to drafts of facts on which a person decides."""
