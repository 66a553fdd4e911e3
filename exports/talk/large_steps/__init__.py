"""Steps of a talk that show a large network, on a screen and on a slide."""
