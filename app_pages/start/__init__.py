"""How the server of the app starts: it loads before the first visit what every page needs."""
