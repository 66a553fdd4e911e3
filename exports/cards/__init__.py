"""Things and statements as rows, links and cards of HTML, for the app's pages and for the site."""
