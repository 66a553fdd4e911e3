"""Pictures for print: SVG, PDF and PNG of a given width in millimetres and a given font size."""
