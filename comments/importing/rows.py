"""The check of every row: what it says in the site's words, what is wrong with it, if it is in already."""

import datetime
from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.actions.enter import moment_of
from comments.errors import Refused
from comments.form.fields import CommentForm, Shown
from comments.models import Comment, Hearing
from comments.receipts import hash_of, secret_for
from comments.states import Audience, AuthorKind
from policy.models import Wording

from .columns import FIELDS
from .spellings import all_spellings, day_of

WHOLE = ("", "hele", "det hele", "hele teksten", "hele politikken", "the whole", "whole")
TYPED = ("text", "proposal", "name", "district", "email")


@dataclass
class CheckedRow:
    """A row by its number in the file. `values` are those of a comment when `errors` is empty.

    `same_as`: the row of this file that says the same. `is_in`: it was brought in before.
    """

    line: int
    values: dict = field(default_factory=dict)
    errors: list[str] = field(default_factory=list)
    submission_hash: str = ""
    same_as: int = 0
    is_in: bool = False

    @property
    def is_new(self) -> bool:
        return not (self.errors or self.same_as or self.is_in)


def check_rows(
    *, hearing: Hearing, table: list[list[str]], columns: dict[str, int], defaults: dict
) -> list[CheckedRow]:
    """Return every row that is not empty, checked. Three queries, however many there are.

    `columns` is {field: place}; `defaults` says of rows that don't: `source` and `received_on` (ISO).
    """
    reader = _Reader(hearing, columns, defaults)
    lines = enumerate(table[1:], start=2)
    rows = [reader.read(line, cells) for line, cells in lines if any(cells)]
    _find_twins(rows)
    mark_known(rows)
    return rows


def mark_known(rows: list[CheckedRow]) -> None:
    """Mark the rows that are in already, as it is now. One query."""
    hashes = [row.submission_hash for row in rows if row.submission_hash]
    there = Comment.objects.filter(submission_hash__in=hashes)
    known = set(there.values_list("submission_hash", flat=True))
    for row in rows:
        row.is_in = row.submission_hash in known


class _Reader:
    """Reads rows of one file."""

    def __init__(self, hearing, columns, defaults):
        self.hearing, self.columns, self.defaults = hearing, columns, defaults
        self.fields = CommentForm().fields
        self.spellings = all_spellings()
        self.places = _places(hearing)
        self.moments: dict[datetime.date, datetime.datetime] = {}

    def read(self, line: int, cells: list[str]) -> CheckedRow:
        row = CheckedRow(line)
        said = {name: cells[place] for name, place in self.columns.items()}
        for name in ("source", "received_on"):
            said[name] = said.get(name) or self.defaults.get(name, "")
        for name in TYPED:
            row.values[name] = self._cleaned(row, name, said.get(name, ""))
        for name in self.spellings:
            row.values[name] = self._chosen(row, name, said.get(name, ""))
        row.values["wording"] = self._place(row, said.get("place", ""))
        row.values["received_at"] = self._moment(row, said["received_on"])
        _settle(row)
        if not row.errors:
            row.submission_hash = _hash_of(self.hearing, row.values)
        return row

    def _cleaned(self, row, name, written):
        if not written:
            if self.fields[name].required:
                row.errors.append(_in_column(name, _not_known("")))
            return ""
        try:
            return self.fields[name].clean(written)
        except ValidationError as error:
            row.errors += [_in_column(name, sentence) for sentence in error.messages]
            return ""

    def _chosen(self, row, name, written):
        if not written and name != "source":
            return ""
        value = self.spellings[name].get(written.lower())
        if value is None:
            row.errors.append(_in_column(name, _not_known(written)))
        return value

    def _place(self, row, written) -> Wording | None:
        key = " ".join(written.lower().split())
        if key in WHOLE:
            return None
        wording = self.places.get(key)
        if wording is None:
            row.errors.append(_in_column("place", _not_known(written)))
        return wording

    def _moment(self, row, written) -> datetime.datetime | None:
        day = day_of(written)
        if day is None:
            sentence = _("“%(written)s” is no day.") % {"written": written[:40]}
            row.errors.append(_in_column("received_on", sentence if written else _not_known("")))
            return None
        try:
            if day not in self.moments:
                self.moments[day] = moment_of(self.hearing, day)
        except Refused as refusal:
            row.errors.append(_in_column("received_on", str(refusal)))
        return self.moments.get(day)


def _settle(row) -> None:
    """Fill in what a letter says nothing of, and turn what is shown into what a comment has."""
    values = row.values
    values["author_kind"] = values["author_kind"] or AuthorKind.CITIZEN
    values["language"] = values["language"] or settings.LANGUAGE_CODE
    shown = values.pop("shown")
    values["name_is_public"] = shown == Shown.NAME
    is_private = shown == Shown.MUNICIPALITY
    values["audience"] = Audience.MUNICIPALITY if is_private else Audience.EVERYBODY
    if values["author_kind"] == AuthorKind.ASSOCIATION and not values["name"]:
        row.errors.append(_in_column("name", _("Write the association’s name.")))


def _hash_of(hearing, values) -> str:
    """Return what is stored of a row to know it again: keyed, so that nobody can try words on it.

    How it came, when, and the words make it; and who wrote about what, since ten neighbours may send
    the same letter.
    """
    wording = values["wording"]
    parts = (
        f"row of {hearing.pk}",
        values["source"],
        timezone.localdate(values["received_at"]).isoformat(),
        *(values[name] for name in ("text", "proposal", "name", "email", "district")),
        str(wording.passage_id if wording else ""),
    )
    return hash_of(secret_for("\x1f".join(parts)))


def _find_twins(rows: list[CheckedRow]) -> None:
    first: dict[str, int] = {}
    for row in rows:
        if row.submission_hash:
            row.same_as = first.setdefault(row.submission_hash, row.line)
            row.same_as = 0 if row.same_as == row.line else row.same_as


def _places(hearing) -> dict[str, Wording | None]:
    """Return the text's passages by all that people call them; None where that means two."""
    wordings = Wording.objects.filter(
        edition_text__edition=hearing.edition_id, edition_text__is_authoritative=True
    ).select_related("passage")
    found: dict[str, Wording | None] = {}
    for wording in wordings.defer("text", "value", "plain_language"):
        names = {wording.passage.code, wording.label, wording.short_label, wording.heading}
        for name in {" ".join(name.lower().split()) for name in names if name}:
            found[name] = wording if name not in found else None
    return found


def _in_column(name: str, sentence: str) -> str:
    return f"{FIELDS[name][0]}: {sentence}"


def _not_known(written: str) -> str:
    if not written:
        return _("It is missing.")
    return _("“%(written)s” is not known here.") % {"written": written[:40]}
