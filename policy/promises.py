"""The promises of a text with how each stood year by year. The text is frozen; the years go on."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import Case, Count, OuterRef, Q, Subquery, When
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from policy.models import PromiseState, PromiseStatus, PromiseStatusText

OVERDUE, UNTOLD = "overdue", "untold"
# Where a promise stands now: a state that was said, or that nothing was.
STANDINGS = {
    **dict(PromiseState.choices),
    OVERDUE: _("the deadline has passed"),
    UNTOLD: _("no status yet"),
}


@dataclass(frozen=True)
class YearStatus:
    """How a promise stood in a year. `why` may be empty, else it is in `why_language`."""

    year: int
    state: str
    said_at: datetime.datetime
    why: str = ""
    why_language: str = ""

    @property
    def state_name(self) -> str:
        return STANDINGS[self.state]


@dataclass(frozen=True)
class Promise:
    """A promise as the text makes it, with one status a year, the newest year first."""

    id: str
    text: str
    owner: str
    due: datetime.date | None
    passage: object
    statuses: list[YearStatus] = field(default_factory=list)

    @property
    def anchor(self) -> str:
        return anchor_of(self.id)

    @property
    def last(self) -> YearStatus | None:
        return self.statuses[0] if self.statuses else None

    def is_overdue(self, today: datetime.date) -> bool:
        """The deadline has passed, and nobody has said since how it went."""
        if self.due is None or self.due >= today:
            return False
        return not self.last or not self._tells_of(self.due, self.last)

    @staticmethod
    def _tells_of(due: datetime.date, last: YearStatus) -> bool:
        if last.state == PromiseState.KEPT:
            return True
        return last.year >= due.year and timezone.localdate(last.said_at) > due

    def standing(self, today: datetime.date) -> str:
        """Return a key of `STANDINGS`."""
        if self.is_overdue(today):
            return OVERDUE
        return self.last.state if self.last else UNTOLD

    def is_waiting(self, today: datetime.date) -> bool:
        """Nothing was said for last year or later, and the promise is not over and kept."""
        if self.last is None:
            return True
        is_settled = self.due is not None and self.last.state == PromiseState.KEPT
        return not is_settled and self.last.year < today.year - 1


def anchor_of(promise_id: str) -> str:
    """Return the anchor of a promise on the page of promises."""
    return f"l-{promise_id}"


def promises_in(passages, statuses: dict[str, list[YearStatus]]) -> Iterator[Promise]:
    """Yield the promises of passages (`ReadPassage`) in reading order, with their statuses."""
    for passage in passages:
        for promise in passage.value.get("promises") or ():
            due = promise.get("due")
            yield Promise(
                id=promise["id"],
                text=promise["text"],
                owner=promise.get("owner", ""),
                due=datetime.date.fromisoformat(due) if due else None,
                passage=passage,
                statuses=statuses.get(promise["id"], []),
            )


def statuses_of(policy_id, locale_id: int) -> dict[str, list[YearStatus]]:
    """Return {promise id: its years, newest first}, in a language or else in Danish. One query.

    What was said last about a year counts.
    """
    found: dict[str, dict[int, YearStatus]] = {}
    for row in _newest_first(policy_id, locale_id):
        years = found.setdefault(str(row.promise_id), {})
        if row.year not in years:
            years[row.year] = YearStatus(
                row.year, row.state, row.said_at, row.why or "", row.why_language or ""
            )
    return {promise: list(years.values()) for promise, years in found.items()}


def promises_said(policy: str, at=None) -> dict:
    """Return an annotation: how much was said of the promises of the policy that `policy` leads to.

    It makes a page that shows them cost no query of its own, see `policy.reading.promises`.
    """
    said = PromiseStatus.objects.public(at).filter(passage__policy=OuterRef(policy))
    counted = said.order_by().values("passage__policy").annotate(said=Count("pk")).values("said")
    return {"promises_said": Coalesce(Subquery(counted), 0)}


def _newest_first(policy_id, locale_id):
    texts = (
        PromiseStatusText.objects.filter(status=OuterRef("pk"))
        .filter(Q(locale=locale_id) | Q(locale__language_code=settings.LANGUAGE_CODE))
        .order_by(Case(When(locale=locale_id, then=0), default=1))
    )
    return (
        PromiseStatus.objects.public()
        .filter(passage__policy=policy_id)
        .annotate(
            why=Subquery(texts.values("why")[:1]),
            why_language=Subquery(texts.values("locale__language_code")[:1]),
        )
        .order_by("-year", "-said_at", "-pk")
    )
