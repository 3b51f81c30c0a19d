"""What the feed of a policy's editions tells: ids that never change, and when each last changed."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import override

from policy.exporting.publisher import publisher_in
from policy.models import Edition, EditionNote, EditionText, NoteKind

from .relations import absolute

NEWEST = 50


@dataclass(frozen=True)
class Entry:
    """An edition in the reader's language, or in Danish where it has no other."""

    id: str
    title: str
    url: str
    summary: str
    language: str
    published: datetime
    updated: datetime
    kinds: list[str]
    publisher: str


class PolicyFeed(Atom1Feed):
    """Atom in which an entry says its language, since it may be another than the feed's."""

    def item_attributes(self, item) -> dict:
        return {"xml:lang": item["language"]}


def feed_id(page) -> str:
    """Return the feed's id: it outlives a new title, another address, and a move to another host."""
    return urn(page.translation_key, f"feed/{page.locale.language_code}")


def feed_entries(page) -> list[Entry]:
    """Return the newest public editions as entries, newest first. One query, and the publisher's."""
    newest = Edition.objects.of(page.translation_key).public().newest_first()[:NEWEST]
    told = EditionNote.objects.public().for_readers_of(OuterRef("locale"))
    notes = told.filter(edition=OuterRef("edition")).order_by("-made_at")
    withdrawals = notes.filter(kind=NoteKind.WITHDRAWAL)
    texts = (
        EditionText.objects.public()
        .for_readers_of(page.locale_id)
        .filter(edition__in=Subquery(newest.values("pk")))
        .annotate(
            noted_at=Subquery(notes.values("made_at")[:1]),
            withdrawn_at=Subquery(withdrawals.values("made_at")[:1]),
        )
        .defer("content", "terms")
    )
    best: dict[int, EditionText] = {}
    for text in texts:
        best.setdefault(text.edition_id, text)
    publisher = publisher_in(page.locale.language_code).municipality or page.title
    entries = [_entry(text, page, publisher) for text in best.values()]
    return sorted(entries, key=lambda entry: entry.published, reverse=True)


def _entry(text, page, publisher: str) -> Entry:
    edition, language = text.edition, text.locale.language_code
    with override(language):
        title = f"{text.title}, {edition.name}"
    # A translation may be frozen later, and a note written later still.
    times = [edition.public_from, text.frozen_at, text.noted_at]
    return Entry(
        id=urn(page.translation_key, f"edition/{edition.key}/{page.locale.language_code}"),
        title=title,
        url=absolute(page.edition_url(edition)),
        summary=text.note or text.introduction,
        language=language,
        published=edition.public_from,
        updated=max(time for time in times if time),
        kinds=[edition.kind, *(["withdrawn"] if text.withdrawn_at else [])],
        publisher=publisher,
    )


def urn(policy_id: uuid.UUID, name: str) -> str:
    """Return the lasting id of something of a policy."""
    return uuid.uuid5(policy_id, name).urn
