"""Pictures of a page given away or set side by side: print, frames, small multiples, the whole."""
