"""A talk as one HTML file or as PPTX."""
