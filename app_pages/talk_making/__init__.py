"""A talk made in the browser: views added on any page, edited and saved on the page Talks."""
