"""Files that come with a comment: taken in, made harmless, kept, and given out again."""
