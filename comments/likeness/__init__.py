"""Which comments say the same: campaigns, of which every single one is counted and shown.

Pure functions on text, without the database: `mark_of` tells identical texts, `shape_of` those that
are nearly so. Putting comments together is `comments.actions.alike`.
"""

from .marks import mark_of, plain_words
from .shapes import Shape, shape_of

__all__ = ["Shape", "mark_of", "plain_words", "shape_of"]
