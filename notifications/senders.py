"""What all mails about a comment share: whom they go to, and what they say of it."""

from django.utils import formats
from django.utils.translation import gettext as _

from comments.models import Sender
from comments.reading.moments import in_words


def about(comment) -> dict:
    """Return what every mail about a comment says, in the active language."""
    hearing = comment.hearing
    wording = comment.wording if comment.wording_id else None
    return {
        "number": comment.number,
        "passage": str(wording.short_label) if wording else _("the whole text"),
        "answer_by": day_in_words(hearing.answers_due),
    }


def address_of(comment) -> str:
    """Return the sender's address if it is confirmed, else an empty string."""
    confirmed = Sender.objects.filter(comment_id=comment.pk, email_confirmed_at__isnull=False)
    return confirmed.values_list("email", flat=True).first() or ""


def given_address(comment) -> str:
    return (
        Sender.objects.filter(comment_id=comment.pk).values_list("email", flat=True).first() or ""
    )


def deadline_of(hearing) -> str:
    return in_words(hearing.ends_at) if hearing.ends_at else _("further notice")


def day_in_words(value) -> str:
    return formats.date_format(value, "DATE_FORMAT") if value else ""
