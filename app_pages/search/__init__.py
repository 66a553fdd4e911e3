"""The search box of every page: its suggestions and what a choice opens."""
