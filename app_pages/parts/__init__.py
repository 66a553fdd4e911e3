"""What the pages share: language, session, the picture and the panel of statements."""
