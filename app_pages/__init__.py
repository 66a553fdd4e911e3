"""The pages of the app, each in its own file; their parts are in the folders beside them."""
