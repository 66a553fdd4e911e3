"""The map of places, and the areas coloured by when they took something up."""
