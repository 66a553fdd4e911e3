"""The workbench of the Ask page: an editor for queries of one's own, and views of their answers."""
