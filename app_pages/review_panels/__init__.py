"""The parts of the Review page: the text to mark, the waiting rows, and their settlement."""
