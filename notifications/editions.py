"""Tell the editors that an edition has come into force. The clock did it; the worker only tells."""

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


@dataclass(frozen=True)
class Reader:
    """An editor with an e-mail address, and the language of her admin."""

    pk: int
    email: str
    language: str


def tell_editors() -> int:
    """Write a mail to each editor for each edition that came into force today; return how many.

    An edition and an editor have one mail, however often this runs (`OutgoingMail.cause`).
    """
    editions = editions_of_today()
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


def editions_of_today() -> list[Edition]:
    """Return the editions in force whose first day is today, one a policy at most. One query."""
    begun = Edition.objects.public().adopted().not_withdrawn()
    newest = begun.filter(in_force_from=timezone.localdate()).order_by("number")
    return list({edition.policy_id: edition for edition in newest}.values())


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
