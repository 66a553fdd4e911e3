"""Ways to share a page's picture: print, frames, small multiples; and the whole network."""
