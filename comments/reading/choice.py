"""Which comments of a thread a reader wants to see, and in which order: all of it in the address.

Names and values stand in lists here. Whatever else an address holds is not looked at: it reaches
neither the database nor the page.
"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import F
from django.http import Http404
from django.utils.translation import gettext as _

from comments.models import Outcome
from comments.states import AuthorKind, Stance
from policy.english.joining import joined

from .counts import IS_ANSWERED, IS_PUBLIC

OLDEST, NEWEST, PASSAGE = "oldest", "newest", "passage"
YES, NO = "yes", "no"
ORDERS = {
    OLDEST: ["received_at", "pk"],
    NEWEST: ["-received_at", "-pk"],
    # What is about the whole comes first.
    PASSAGE: [F("wording__order").asc(nulls_first=True), "received_at", "pk"],
}
ALLOWED = {"answered": (YES, NO), "by": AuthorKind.values, "stance": Stance.values}


@dataclass(frozen=True)
class Choice:
    """What is shown of a thread; an empty value leaves nothing out. `sorts` are those on offer."""

    sort: str = OLDEST
    answered: str = ""
    by: str = ""
    stance: str = ""
    sorts: tuple[str, ...] = (OLDEST, NEWEST)

    @property
    def is_narrowed(self) -> bool:
        """Tell whether some comments are left out."""
        return bool(self.answered or self.by or self.stance)

    @property
    def is_by_answer_alone(self) -> bool:
        """Tell whether it is all of the answered ones, or all of the others, and nothing else."""
        return bool(self.answered) and not (self.by or self.stance)

    def shown(self, total: int, answered: int) -> int:
        """Return how many are chosen where that follows from the thread's two counts."""
        return answered if self.answered == YES else total - answered

    @property
    def query(self) -> str:
        """Return what stands in the address, to stand before another parameter; "" for all."""
        chosen = {"sort": self.sort if self.sort != OLDEST else ""}
        chosen |= {name: getattr(self, name) for name in ALLOWED}
        asked = urlencode({name: value for name, value in chosen.items() if value})
        return f"{asked}&" if asked else ""

    def of(self, comments):
        """Return the comments in the order chosen. Narrowed, it is those that are public alone:

        of a withdrawn one nobody is told what it said, and so not what it was for either.
        """
        if self.is_narrowed:
            comments = comments.filter(IS_PUBLIC)
        if self.answered == YES:
            comments = comments.filter(IS_ANSWERED)
        if self.answered == NO:
            # By keys: else every comment is joined with an answer that most don't have.
            comments = comments.exclude(pk__in=Outcome.objects.public().values("comment"))
        if self.by:
            comments = comments.filter(author_kind=self.by)
        if self.stance:
            comments = comments.filter(stance=self.stance)
        return self.ordered(comments)

    def ordered(self, comments):
        """Return the comments in the order chosen, every one of them."""
        return comments.order_by(*ORDERS[self.sort])

    def words(self) -> str:
        """Say what was chosen: "answered, from associations, newest first"; "" for all."""
        said = [
            _answer_words().get(self.answered, "").lower(),
            _by_words().get(self.by),
            self.stance
            and _("stance: %(stance)s") % {"stance": str(Stance(self.stance).label).lower()},
            _sort_words()[self.sort].lower() if self.sort != OLDEST else "",
        ]
        return joined(", ", filter(None, said))

    def fields(self) -> list[dict]:
        """Return the fields of the form: name, label, and [(value, words, whether chosen)]."""
        everything = ("", _("All"))
        kinds = [
            (AuthorKind.CITIZEN.value, _("Citizens")),
            (AuthorKind.ASSOCIATION.value, _("Associations")),
        ]
        answered = list(_answer_words().items())
        sorts = [(name, words) for name, words in _sort_words().items() if name in self.sorts]
        return [
            _field("sort", _("Order"), sorts, self.sort),
            _field("answered", _("Answers"), [everything, *answered], self.answered),
            _field("by", _("Written by"), [everything, *kinds], self.by),
            _field("stance", _("Stance"), [everything, *Stance.choices], self.stance),
        ]


EVERYTHING = Choice()


def read_choice(query, sorts=EVERYTHING.sorts) -> Choice:
    """Return what an address's parameters (a `QueryDict`) choose; `sorts` are the orders possible."""
    allowed = {"sort": sorts, **ALLOWED}
    asked = {name: query.get(name) for name in allowed}
    known = {name: value for name, value in asked.items() if value in allowed[name]}
    return Choice(**known, sorts=tuple(sorts))


def _sort_words() -> dict[str, str]:
    return {OLDEST: _("Oldest first"), NEWEST: _("Newest first"), PASSAGE: _("By passage")}


def _answer_words() -> dict[str, str]:
    return {YES: _("Answered"), NO: _("Not answered yet")}


def _by_words() -> dict[str, str]:
    return {
        AuthorKind.CITIZEN.value: _("from citizens"),
        AuthorKind.ASSOCIATION.value: _("from associations"),
    }


def _field(name, label, options, chosen) -> dict:
    return {
        "name": name,
        "label": label,
        "options": [(value, words, value == chosen) for value, words in options],
    }


def page_number(page: str) -> int:
    """Return the number of a page as an address has it; `Http404` for what is none."""
    if not (page.isascii() and page.isdecimal() and len(page) < 9 and int(page)):
        raise Http404
    return int(page)
