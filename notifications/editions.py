"""Tell the editors that an edition has come into force. The clock did it; the worker only tells.

A worker that was down on the day tells it when it is back, once, with the day that it was.
"""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.utils import formats, timezone, translation

from accounts.models import User
from accounts.roles import Role
from policy.models import Edition, EditionText

from . import outbox
from .addresses import PolicyPages
from .keys import MailKey
from .models import OutgoingMail

LATEST = datetime.timedelta(days=14)  # after which it is no news any more


@dataclass(frozen=True)
class Reader:
    """An editor with an e-mail address, and the language of her admin."""

    pk: int
    email: str
    language: str


def tell_editors() -> int:
    """Write a mail to each editor for each edition that has come into force; return how many.

    An edition and an editor have one mail, however often and in however many workers this runs
    (`OutgoingMail.cause`). Who becomes an editor after its first day is not told.
    """
    editions = editions_to_tell()
    readers = _readers() if editions else []
    wanted = {f"edition:{e.pk}:{r.pk}": (e, r) for e in editions for r in readers}
    told = OutgoingMail.objects.filter(kind=MailKey.IN_FORCE, cause__in=list(wanted))
    for cause in told.values_list("cause", flat=True):
        del wanted[cause]
    if wanted:
        said = _values(editions, {reader.language for _edition, reader in wanted.values()})
        drafts = [
            outbox.Draft(cause, reader.email, reader.language, said[edition.pk, reader.language])
            for cause, (edition, reader) in wanted.items()
        ]
        outbox.write(MailKey.IN_FORCE, drafts)
    return len(wanted)


def editions_to_tell() -> list[Edition]:
    """Return the editions in force whose first day is today, or was while no worker ran.

    One a policy at most. One query, or two where one began lately.
    """
    today = timezone.localdate()
    lately = Edition.objects.newest_in_force_first().filter(in_force_from__gte=today - LATEST)
    in_force: dict[object, Edition] = {}
    for edition in lately:
        in_force.setdefault(edition.policy_id, edition)
    late = [e for e in in_force.values() if e.in_force_from < today and _was_waited_for(e)]
    told = _told_of() if late else set()
    missed = [edition for edition in late if edition.pk not in told]
    return [e for e in in_force.values() if e.in_force_from == today] + missed


def _was_waited_for(edition: Edition) -> bool:
    """Say whether it was adopted before its first day ended: else there was no such day to be told of."""
    return timezone.localdate(edition.frozen_at) <= edition.in_force_from


def _told_of() -> set[int]:
    """Return the ids of the editions that anybody was told of, as far back as it is news. One query."""
    since = timezone.now() - LATEST - datetime.timedelta(days=1)
    mails = OutgoingMail.objects.filter(kind=MailKey.IN_FORCE, created_at__gte=since)
    return {int(cause.split(":")[1]) for cause in mails.values_list("cause", flat=True)}


def _readers() -> list[Reader]:
    editors = User.objects.filter(is_active=True, groups__name=Role.EDITOR).exclude(email="")
    return [
        Reader(user.pk, user.email, _language_of(user))
        for user in editors.select_related("wagtail_userprofile").order_by("pk")
    ]


def _language_of(user) -> str:
    profile = getattr(user, "wagtail_userprofile", None)
    return outbox.known_language(profile.preferred_language if profile else "")


def _values(editions, languages) -> dict[tuple[int, str], dict[str, str]]:
    """Return {(edition id, language): what the mail is filled with}."""
    texts = EditionText.objects.filter(edition__in=editions, is_authoritative=True)
    titles = dict(texts.values_list("edition_id", "title"))
    values = {}
    for language in sorted(languages):
        pages = PolicyPages(language, [edition.policy_id for edition in editions])
        with translation.override(language):
            for edition in editions:
                address = pages.edition(edition)
                values[edition.pk, language] = {
                    "edition": str(edition.name).capitalize(),
                    "policy": titles.get(edition.pk, ""),
                    "in_force_from": formats.date_format(edition.in_force_from, "DATE_FORMAT"),
                    "edition_url": settings.BASE_URL + address if address else "",
                }
    return values
