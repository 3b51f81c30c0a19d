"""Who hears what: texts of mails, mails on their way, and the worker that does what can wait.

May import comments, translation, policy, accounts and textblocks.
"""
