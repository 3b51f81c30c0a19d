"""Documents that pages link to: which of them anybody may read, and what they say."""
