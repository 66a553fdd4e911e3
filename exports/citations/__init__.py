"""Citations of sources, statements, data, figures and pictures in the forms that papers need."""
