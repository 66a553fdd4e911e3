"""Facts and the property graph that derives from them."""
