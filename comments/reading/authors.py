"""How the sender of a comment is named in public."""

from django.utils.translation import gettext as _

from comments.models import NamesRule
from comments.states import AuthorKind


def author_of(comment) -> str:
    """Return how the sender is named in public: never a name that was not to be shown."""
    name, district = shown_sender(comment)
    if name:
        return name
    if comment.author_kind == AuthorKind.ASSOCIATION:
        return _("Association")
    return _("Citizen of %(district)s") % {"district": district} if district else _("Citizen")


def shown_sender(comment) -> tuple[str, str]:
    """Return (name, district) as far as they are public; a district only in place of a name.

    A hearing that shows no names of citizens shows none, whatever they chose. Associations speak in
    their name. The comment's sender and hearing must be loaded.
    """
    sender = getattr(comment, "sender", None)
    if sender is None:
        return "", ""
    if comment.author_kind == AuthorKind.ASSOCIATION:
        return sender.name, ""
    if sender.name and sender.name_is_public and comment.hearing.names == NamesRule.SENDER:
        return sender.name, ""
    return "", sender.district
