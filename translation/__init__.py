"""Translations of editions on wagtail-localize. May import policy, accounts and textblocks."""
