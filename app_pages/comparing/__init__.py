"""The parts of the page Compare: the choice of rows, their order and their groups."""
