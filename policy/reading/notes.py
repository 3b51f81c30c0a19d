"""The public notes on an edition as a reader gets them: corrections, a withdrawal, what was passed by."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from policy.models import Edition, EditionNote, EditionNoteText, EditionText, NoteKind, Wording


@dataclass(frozen=True)
class ReadNote:
    """A note in the best language there is. `before` and `after` are a correction's two wordings.

    `language` is that of `text`, `wording_language` that of the wordings; `url` is the passage's
    address, empty where no page was given.
    """

    kind: str
    made_at: datetime.datetime
    edition: Edition
    about: str
    text: str
    language: str
    before: str = ""
    after: str = ""
    wording_language: str = ""
    label: str = ""
    url: str = ""

    @property
    def is_correction(self) -> bool:
        return self.kind == NoteKind.CORRECTION

    @property
    def is_withdrawal(self) -> bool:
        return self.kind == NoteKind.WITHDRAWAL


def notes_of(edition: Edition, locale_id: int, page=None) -> list[ReadNote]:
    """Return an edition's public notes, the withdrawal first. At most three queries, one without any."""
    notes = EditionNote.objects.public().for_readers_of(locale_id).filter(edition=edition)
    return _withdrawal_first(_read(notes, locale_id, page))


def corrections_of(texts: list[EditionText], page) -> list[ReadNote]:
    """Return the public corrections of texts of one language, oldest first.

    `texts` come from `readable_in`. At most three queries, none where nothing was said of them.
    """
    locale_id = texts[0].locale_id
    texts = [text for text in texts if text.has_notes]
    if not texts:
        return []
    notes = EditionNote.objects.public().for_readers_of(locale_id)
    editions = [text.edition_id for text in texts]
    return _read(notes.filter(kind=NoteKind.CORRECTION, edition__in=editions), locale_id, page)


def count_of_corrections(locale_id: int) -> Coalesce:
    """Return what counts, beside an edition, the corrections that readers of a language are told."""
    notes = EditionNote.objects.public().for_readers_of(locale_id)
    mine = notes.filter(kind=NoteKind.CORRECTION, edition=OuterRef("pk")).order_by()
    counted = mine.values("edition").annotate(count=Count("pk")).values("count")
    return Coalesce(Subquery(counted), 0)


def notes_of_passage(wordings: Iterable[Wording], locale_id: int, page) -> list[ReadNote]:
    """Return the notes that a passage's own page shows: its corrections, and withdrawals of editions.

    `wordings` are those of the passage that `noted_wordings` found. At most three queries, none
    without wordings.
    """
    wordings = list(wordings)
    if not wordings:
        return []
    notes = (
        EditionNote.objects.public()
        .for_readers_of(locale_id)
        .filter(
            Q(kind=NoteKind.WITHDRAWAL) | Q(passage=wordings[0].passage_id),
            edition__in={wording.edition_text.edition_id for wording in wordings},
        )
    )
    return _withdrawal_first(_read(notes, locale_id, page))


def notes_above(notes: list[ReadNote], shown: Edition) -> list[ReadNote]:
    """Return what stands above a passage as edition `shown` has it.

    That an edition before it was withdrawn says nothing of these words, and would be read as if it
    did: it is told at that edition in the passage's life.
    """
    return [n for n in notes if not n.is_withdrawal or n.edition.frozen_at >= shown.frozen_at]


def noted_wordings(at=None) -> QuerySet:
    """Return what finds, inside a query of wordings, those that `notes_of_passage` has notes of."""
    return EditionNote.objects.public(at).filter(
        Q(kind=NoteKind.WITHDRAWAL) | Q(passage=OuterRef("passage")),
        edition=OuterRef("edition_text__edition"),
    )


def withdrawals_of(edition: str) -> QuerySet:
    """Return the public withdrawal of the edition that `edition` names in an outer query."""
    return EditionNote.objects.public().filter(edition=OuterRef(edition), kind=NoteKind.WITHDRAWAL)


def withdrawn_since(in_force: Edition) -> Edition | None:
    """Return the newest edition that was in force after this one and was withdrawn. One query."""
    return (
        Edition.objects.of(in_force.policy_id)
        .public()
        .adopted()
        .filter(number__gt=in_force.number, notes__in=_withdrawals())
        .order_by("-number")
        .first()
    )


def _withdrawals() -> QuerySet:
    return EditionNote.objects.public().filter(kind=NoteKind.WITHDRAWAL)


def _read(notes, locale_id, page) -> list[ReadNote]:
    texts = EditionNoteText.objects.select_related("locale").order_by("pk")
    found = list(
        notes.select_related("edition", "passage").prefetch_related(
            Prefetch("texts", texts, to_attr="in_languages")
        )
    )
    about = [note for note in found if note.passage_id]
    labels = _labels(about, locale_id)
    urls = _urls(about, page)
    return [_read_one(note, locale_id, labels, urls) for note in found if note.in_languages]


def _read_one(note, locale_id, labels, urls) -> ReadNote:
    original = note.in_languages[0]
    shown = next((t for t in note.in_languages if t.locale_id == locale_id), original)
    wordings = shown if shown.before else original
    return ReadNote(
        kind=note.kind,
        made_at=note.made_at,
        edition=note.edition,
        about=note.about,
        text=shown.text,
        language=shown.locale.language_code,
        before=wordings.before,
        after=wordings.after,
        wording_language=wordings.locale.language_code,
        label=labels.get((note.edition_id, note.passage_id), ""),
        url=urls.get(note.passage_id, ""),
    )


def _urls(notes, page) -> dict[int, str]:
    passages = {note.passage_id: note.passage.code for note in notes} if page else {}
    return {pk: page.passage_url(code) for pk, code in passages.items()}


def _labels(notes, locale_id) -> dict[tuple[int, int], str]:
    """Return {(edition id, passage id): how it is named}, in the reader's language where it can be."""
    if not notes:
        return {}
    wordings = (
        Wording.objects.public()
        .filter(
            passage__in={note.passage_id for note in notes},
            edition_text__edition__in={note.edition_id for note in notes},
        )
        .filter(Q(edition_text__locale=locale_id) | Q(edition_text__is_authoritative=True))
        .select_related("edition_text")
        .defer("edition_text__content", "value", "text")
    )
    # The reader's own language is written last, so that it stays.
    ordered = sorted(wordings, key=lambda w: w.edition_text.locale_id == locale_id)
    return {(w.edition_text.edition_id, w.passage_id): str(w.label) for w in ordered}


def _withdrawal_first(notes: list[ReadNote]) -> list[ReadNote]:
    return sorted(notes, key=lambda note: not note.is_withdrawal)
