"""Charts of the pages, as Altair draws them."""
