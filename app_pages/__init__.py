"""The pages of the app, one a file; their parts are in the rooms beside them."""
