"""The server of the app: it loads ahead of the first visit."""
