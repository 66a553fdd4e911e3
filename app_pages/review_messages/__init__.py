"""Messages between the Review page and its component in the browser: cards, orders, answers."""
