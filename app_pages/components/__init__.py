"""Parts of the screen with JavaScript, and the tables and downloads that pages share."""
