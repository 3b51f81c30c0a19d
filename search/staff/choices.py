"""What staff narrow their search down to. Read from the address; what is not there narrows nothing."""

from dataclasses import dataclass, fields

from django.db.models import Min, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from comments.models import Comment, Hearing
from comments.states import CommentStatus
from policy.locales import named_languages

MOST_HEARINGS = 200
# Where each part has what is chosen; what it has not, narrows nothing there.
PLACES = {
    "comments": {
        "status": "status",
        "hearing": "hearing",
        "language": "language",
        "year": "received_at__year",
    },
    "notes": {
        "status": "comment__status",
        "hearing": "comment__hearing",
        "language": "comment__language",
        "year": "at__year",
    },
    "answers": {"hearing": "hearing", "year": "published_at__year"},
}


@dataclass(frozen=True)
class Chosen:
    """Values as the address has them; empty where nothing is chosen."""

    status: str = ""
    hearing: str = ""
    language: str = ""
    year: str = ""

    def narrow(self, part: str, rows: QuerySet) -> QuerySet:
        """Return the rows that have what is chosen."""
        wanted = {
            place: value for name, place in PLACES[part].items() if (value := getattr(self, name))
        }
        return rows.filter(**wanted)


@dataclass(frozen=True)
class Select:
    """One list to choose from: `options` are (value, name)."""

    name: str
    label: str
    options: list[tuple[str, str]]
    chosen: str


def read(parameters) -> tuple[Chosen, list[Select]]:
    """Return what is chosen, and the lists for the form. Two queries."""
    there = {
        "status": (_("Status"), list(CommentStatus.choices)),
        "hearing": (_("Hearing"), _hearings()),
        "language": (_("Language"), list(named_languages())),
        "year": (_("Year"), [(year, year) for year in _years()]),
    }
    values = {}
    for field in fields(Chosen):
        value = parameters.get(field.name, "")
        allowed = {option for option, _name in there[field.name][1]}
        values[field.name] = value if value in allowed else ""
    chosen = Chosen(**values)
    return chosen, [
        Select(name, label, options, getattr(chosen, name))
        for name, (label, options) in there.items()
    ]


def _hearings() -> list[tuple[str, str]]:
    rows = Hearing.objects.select_related("edition").order_by("-opens_at")[:MOST_HEARINGS]
    return [
        (str(row.pk), f"{row.name}, {date_format(row.opens_at, 'SHORT_DATE_FORMAT')}")
        for row in rows
    ]


def _years() -> list[str]:
    first = Comment.objects.aggregate(at=Min("received_at"))["at"]
    now = timezone.localtime().year
    return (
        [str(year) for year in range(now, timezone.localtime(first).year - 1, -1)] if first else []
    )
