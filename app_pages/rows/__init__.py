"""The rows that a curator decides on: as forms and passages, with what their cells may mean."""
