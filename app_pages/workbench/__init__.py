"""The workbench of the Ask page: an editor for custom queries, and views of their answers."""
