"""A hearing's dates changed: everybody who wrote in it hears of it, in the same transaction."""

from django.conf import settings
from django.utils import translation

from comments.models import Comment, HearingEventKind
from comments.reading.deadlines import SAYS
from comments.reading.moments import in_words
from comments.reading.places import hearing_url
from comments.reading.words import choose
from comments.signals import hearing_dates_changed
from comments.states import CommentStatus

from . import outbox
from .keys import MailKey

WITH_A_NEW_END = (HearingEventKind.EXTENDED, HearingEventKind.RESUMED)


def connect() -> None:
    """Connect once, from `ready()`."""
    hearing_dates_changed.connect(tell_who_wrote, dispatch_uid="notifications.hearing dates")


def tell_who_wrote(hearing, event, **kwargs) -> None:
    """Write one mail to each confirmed address, whatever number of comments came from it.

    In the language of the first of them. Who has withdrawn what she wrote hears nothing more.
    """
    first: dict[str, Comment] = {}
    for comment in _comments_of(hearing):
        first.setdefault(outbox.address_hash(comment.sender.email), comment)
    languages = {outbox.language_for(comment) for comment in first.values()}
    values = {language: _values(hearing, event, language) for language in sorted(languages)}
    drafts = [
        outbox.Draft(
            f"hearing_event:{event.pk}:{comment.pk}",
            comment.sender.email,
            outbox.language_for(comment),
            values[outbox.language_for(comment)],
        )
        for comment in first.values()
    ]
    if drafts:
        outbox.write(MailKey.HEARING_DATES, drafts)


def _comments_of(hearing):
    return (
        Comment.objects.filter(hearing=hearing, sender__email_confirmed_at__isnull=False)
        .exclude(sender__email="")
        .exclude(status=CommentStatus.WITHDRAWN)
        .select_related("sender")
        .order_by("pk")
    )


def _values(hearing, event, language: str) -> dict[str, str]:
    with translation.override(language):
        return {
            "hearing": str(hearing.name),
            "what": str(SAYS[event.kind]),
            "reason": choose(event.texts.all(), language, "reason").text,
            "deadline": in_words(event.closes_after) if event.kind in WITH_A_NEW_END else "",
            "hearing_url": settings.BASE_URL + hearing_url(hearing),
        }
