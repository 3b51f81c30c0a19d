"""The demo, phase by phase. Each is one transaction, and is left out where it has been done."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from django.db import transaction
from django.utils import timezone

from home.models import SiteSettings
from policy.models import PolicyPage

from . import (
    answers,
    dialogue,
    orders,
    pages,
    policy,
    promises,
    report,
    site,
    staff,
    standing,
    synonyms,
    terms,
)
from .calendar import calendar_at
from .texts import load

MUNICIPALITY = load("site")["settings"]["municipality"]


class NotEmpty(Exception):
    """The site has content of its own, among which the demo has no business."""


@dataclass(frozen=True)
class Phase:
    name: str
    is_done: Callable[[], bool]
    run: Callable[[], None]


def phases(now) -> list[Phase]:
    """Return the phases in order. `now` decides where the open hearing lies."""
    calendar = calendar_at(now)

    def edition(name, key):
        return Phase(
            name, partial(policy.is_whole, key), partial(policy.make_edition, key, calendar)
        )

    def comments(name, key):
        return Phase(
            name,
            partial(dialogue.has_comments, key),
            partial(dialogue.receive_comments, key, calendar),
        )

    return [
        Phase("staff", staff.has_staff, staff.make_staff),
        Phase("settings, reasons and mails", site.is_set, site.set_up),
        Phase("home pages", site.has_home_pages, site.write_home_pages),
        Phase("explained terms", terms.are_there, terms.write_terms),
        Phase("synonyms of the search", synonyms.are_there, synonyms.write_synonyms),
        edition("edition 1 in two languages", "1"),
        edition("draft of edition 2 in hearing", "2-h1"),
        comments("comments of the first hearing", "2-h1"),
        *_what_became_of_the_first(calendar),
        edition("edition 2", "2"),
        Phase(
            "what became of promises", promises.are_said, partial(promises.say_promises, calendar)
        ),
        Phase("standing dialogue", standing.is_open, partial(standing.open_it, calendar)),
        edition("draft of edition 3 in hearing", "3-h1"),
        comments("comments of the open hearing", "3-h1"),
        _themes("themes of the open hearing", "3-h1"),
        Phase("pages beside the policy", pages.are_there, pages.write_pages),
        Phase("translation orders", orders.are_there, orders.make_orders),
    ]


def _what_became_of_the_first(calendar) -> list[Phase]:
    """Return the phases of the closed hearing: from answers to what the council decided."""
    return [
        Phase(
            "answers and what they led to",
            partial(answers.has_answers, "2-h1"),
            partial(answers.answer_comments, "2-h1", calendar),
        ),
        _themes("themes of the first hearing", "2-h1"),
        Phase(
            "the report and what was decided",
            report.is_reported,
            partial(report.report_hearing, calendar),
        ),
    ]


def _themes(name: str, key: str) -> Phase:
    return Phase(name, partial(report.has_themes, key), partial(report.make_themes, key))


def load_demo() -> Iterator[tuple[str, float]]:
    """Load what is missing; yield (phase, seconds) of each that was run. Raise `NotEmpty`."""
    check_empty()
    for phase in phases(timezone.now()):
        if phase.is_done():
            continue
        started = time.monotonic()
        with transaction.atomic():
            phase.run()
        yield phase.name, time.monotonic() - started


def check_empty() -> None:
    """Raise `NotEmpty` where there is a policy or a municipality that is not the demo's."""
    others = PolicyPage.objects.exclude(translation_key=policy.POLICY).exists()
    named = SiteSettings.objects.exclude(municipality__in=["", MUNICIPALITY]).exists()
    if others or named:
        raise NotEmpty("The site has content of its own; the demo is for an empty one.")
