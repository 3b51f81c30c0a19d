"""What a machine translated, until a person has read it."""

from .marks import approve_edition, approve_texts, is_live_text_unread, mark_edition, unread_of

__all__ = ["approve_edition", "approve_texts", "is_live_text_unread", "mark_edition", "unread_of"]
