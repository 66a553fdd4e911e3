"""The search box that stands on every page: its suggestions and what a choice opens."""
