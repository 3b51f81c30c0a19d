"""The text: policy, editions, passages and their wordings.

May import accounts and textblocks. Knows nothing of comments, hearings or search: they point here.
"""
