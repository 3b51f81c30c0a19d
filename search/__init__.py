"""Finding passages, comments, responses and pages. Reads only what is public.

May import notifications, comments, translation, policy, accounts and textblocks.
"""
