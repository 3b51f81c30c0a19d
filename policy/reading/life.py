"""The life of a passage: its wordings over the editions, what became of it at each step, and why."""

from dataclasses import dataclass, field

from django.utils import translation
from django.utils.translation import pgettext

from policy.comparing import Budget, FieldDiff, Piece, diff_words
from policy.comparing.fields import diff_fields
from policy.models import Edition, FateKind, Wording

from .fates import ReadFate
from .origins import Origin

ENDS = {FateKind.REMOVED, FateKind.MERGED, FateKind.SPLIT}


@dataclass
class Step:
    """One edition in a passage's life. `wording` is None where the passage ended there.

    `heading` and `fields` are what differs from the wording before; both are empty where nothing
    does, or where there is nothing to compare with (`is_whole`): then the wording is told whole.
    """

    edition_name: str
    edition_url: str
    anchor: str = ""
    edition: Edition | None = None
    wording: Wording | None = None
    language: str = ""
    fate: ReadFate | None = None
    origins: list[Origin] = field(default_factory=list)
    heading: list[Piece] = field(default_factory=list)
    fields: list[FieldDiff] = field(default_factory=list)
    is_whole: bool = False


@dataclass(frozen=True)
class Life:
    """A page of steps, newest first. `newer` and `older` are the numbers of the pages around it."""

    steps: list[Step]
    number: int
    has_older: bool

    @property
    def newer(self) -> int | None:
        return self.number - 1 if self.number > 1 else None

    @property
    def older(self) -> int | None:
        return self.number + 1 if self.has_older else None

    @property
    def end(self) -> Step | None:
        """The step in which the passage ended, if that is the last that is known of it."""
        newest = self.steps[0] if self.number == 1 and self.steps else None
        return newest if newest and newest.wording is None else None


def life_of(
    wordings: list[Wording],
    fates: dict[int, ReadFate],
    origins: dict[int, list[Origin]],
    page,
    *,
    number: int,
    size: int,
) -> Life:
    """Return a page of a life from its wordings, newest first, with one more than `size` if there is.

    `fates` are by edition, oldest first. All comparisons together are bounded in time.
    """
    budget = Budget()
    order = list(reversed(fates))
    steps = []
    for wording, before in zip(wordings[:size], [*wordings[1:], None], strict=False):
        pk = wording.edition_text.edition_id
        steps += _ends_after(pk, order, fates, wording.passage.code)
        step = _step(wording, page, fates.get(pk), origins.get(pk, []))
        _compare(step, before, budget)
        steps.append(step)
    return Life(steps, number, has_older=len(wordings) > size)


def _ends_after(edition_id: int, order: list[int], fates, code: str) -> list[Step]:
    """Return the step in which the passage ended after an edition that has it, if it did."""
    at = order.index(edition_id) if edition_id in order else len(order)
    fate = fates[order[at - 1]] if at else None
    if fate is None or fate.kind not in ENDS or any(heir["code"] == code for heir in fate.into):
        return []
    return [Step(fate.edition_name, fate.edition_url, fate=fate)]


def _step(wording: Wording, page, fate, origins) -> Step:
    edition = wording.edition_text.edition
    return Step(
        edition_name=str(edition.name),
        edition_url=f"{page.edition_url(edition)}#p-{wording.passage.code}",
        anchor=anchor_of(edition),
        edition=edition,
        wording=wording,
        language=wording.edition_text.locale.language_code,
        fate=fate,
        origins=origins,
    )


def anchor_of(edition) -> str:
    """Return the anchor of a wording on its passage's page: "udgave-2"."""
    return pgettext("address", "edition-%(key)s") % {"key": edition.key}


def _compare(step: Step, before: Wording | None, budget: Budget) -> None:
    """Put what differs from the wording before into a step. Two languages are not compared."""
    now = step.wording
    if before is None or before.edition_text.locale_id != now.edition_text.locale_id:
        step.is_whole = True
        return
    if before.sha256 == now.sha256:
        return
    with translation.override(step.language):
        step.fields = diff_fields(before.value, now.value, budget)
    if before.heading != now.heading:
        step.heading = diff_words(before.heading, now.heading, budget)
