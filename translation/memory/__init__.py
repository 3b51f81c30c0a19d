"""What this site has translated before: exact matches, of pages, snippets and frozen editions."""

from .offers import Offer, offers_for
from .remembering import remember

__all__ = ["Offer", "offers_for", "remember"]
