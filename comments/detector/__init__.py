"""Finds what a citizen may not have meant to publish: numbers and addresses of persons.

A finding holds a comment back for a closer look, or warns its writer before she sends it. It never
rejects, and it never changes a word. Every pattern takes time that grows with the length of the text
and no faster. Kinds are those of `comments.models.FindingKind`; `is_hint` marks what is often
harmless (an address of a town hall, a word about health) and holds nothing back by itself.
"""

from .find import Found, find

__all__ = ["Found", "find"]
