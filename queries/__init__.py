"""Questions, each a file that runs unchanged in the database's own tools, and who asks them."""
