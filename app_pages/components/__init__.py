"""Parts of the screen that hold JavaScript, and the tables and downloads that pages share."""
