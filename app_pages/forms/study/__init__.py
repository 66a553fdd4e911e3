"""The form of the page Analyse: a measure, its options and the data that it takes."""
