"""The facts as a folder of static files that any browser opens, with search and all questions."""
