"""How frozen texts are read: the shape that templates get, and links resolved when they are read."""
