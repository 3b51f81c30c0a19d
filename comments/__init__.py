"""Hearing -> comment -> decision -> response -> outcome.

May import policy, accounts and textblocks. Points back at the text; the text never knows of it.
"""
