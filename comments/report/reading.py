"""A frozen report as pages and files show it: its figures, its parts, and the comments in them.

Words of citizens are read from where they live, each time: what is taken back or erased since is
gone from here too, and says so. Answers are those that stood when it was frozen.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from comments.models import Comment, HearingReport
from comments.reading.files import HAS_FILES
from comments.reading.places import Places, hearing_url
from comments.reading.rows import NEEDED
from comments.reading.words import Words
from comments.states import AuthorKind, CommentStatus, Result, Stance
from comments.threads import ThreadComment, thread_comments
from policy.reading.relations import absolute
from policy.templatetags.dates import day_in_words

from .minutes import ReadMinutes, read_minutes
from .parts import PASSAGE, THEME

PER_PAGE = 100
IN_BATCHES_OF = 500
# So many comments fit into a PDF or a DOCX that is made while somebody waits; more are not quoted.
MOST_ON_PAPER = 1_000


@dataclass(frozen=True)
class ReadEntry:
    """A comment in the report; `comment` is None when it is no longer public."""

    number: int
    part: int
    comment: ThreadComment | None


@dataclass(frozen=True)
class ReadPart:
    """A theme, a passage or the whole, with what staff say of it, and the comments at hand."""

    kind: str
    title: str
    url: str
    remark: Words
    recommendation: Words
    numbers: list[int]
    entries: list[ReadEntry] = field(default_factory=list)

    @property
    def is_theme(self) -> bool:
        return self.kind == THEME


@dataclass(frozen=True)
class ReadReport:
    """All that a report says but its comments. `facts` and each figure are (label, value).

    `later` are sentences about what came after it was frozen.
    """

    report: HearingReport
    title: str
    facts: list[tuple[str, str]]
    figures: list[tuple[str, list[tuple[str, int]]]]
    later: list[str]
    decision: object
    minutes: list[ReadMinutes] = field(default_factory=list)

    @property
    def pages(self) -> int:
        return max(1, math.ceil(self.report.counts["public"] / PER_PAGE))


def read_report(report) -> ReadReport:
    """Return a report selected with `hearing__edition`. Four queries."""
    decision = getattr(report, "decided", None)
    return ReadReport(
        report=report,
        title=_("Hearing report: %(hearing)s") % {"hearing": report.hearing.name},
        facts=list(_facts(report)),
        figures=_figures(report.counts),
        later=list(_later(report)),
        decision=decision,
        minutes=read_minutes(report),
    )


def is_quoted_on_paper(report) -> bool:
    """Tell whether files for reading and printing quote the comments themselves."""
    return report.counts["public"] <= MOST_ON_PAPER


def read_for_paper(report, places: Places) -> tuple[ReadReport, list[ReadPart]]:
    """Return a report for a PDF or DOCX; one that is too long says where its comments stand."""
    read = read_report(report)
    if is_quoted_on_paper(report):
        return read, read_parts(report, places)
    words = _("The report has %(n)s comments, too many to print. They stand at %(address)s.")
    address = reverse("comments:hearing_report", args=[report.hearing_id, report.number])
    said = words % {"n": report.counts["public"], "address": absolute(address)}
    parts = [_part(part, places, []) for part in report.parts]
    return replace(read, later=[said, *read.later]), parts


def read_parts(report, places: Places, *, page: int | None = None) -> list[ReadPart]:
    """Return the parts with their comments; with `page`, those of that page alone.

    Themes, and parts with words of staff alone, stand on the first page.
    """
    entries = report.entries.order_by("order")
    if page is not None:
        entries = entries[(page - 1) * PER_PAGE : page * PER_PAGE]
    by_part: dict[int, list[ReadEntry]] = {}
    for entry in read_entries(entries, places):
        by_part.setdefault(entry.part, []).append(entry)
    found = []
    for place, part in enumerate(report.parts):
        is_quoted = part["kind"] != THEME and part["numbers"]
        if place in by_part or (page in (None, 1) and not is_quoted):
            found.append(_part(part, places, by_part.get(place, [])))
    return found


def read_entries(entries, places: Places) -> Iterator[ReadEntry]:
    """Yield entries (a queryset) with their comments, some at a time: a fixed number of queries each."""
    rows = list(entries.values_list("comment_id", "part", "response_id"))
    for start in range(0, len(rows), IN_BATCHES_OF):
        batch = rows[start : start + IN_BATCHES_OF]
        found = (
            Comment.objects.filter(pk__in=[pk for pk, _part, _response in batch])
            .select_related(*NEEDED)
            .annotate(**HAS_FILES)
            .defer("edition_text__content")
        )
        by_id = {comment.pk: comment for comment in found}
        public = [comment for comment in by_id.values() if comment.is_public]
        shown = {c.pk: s for c, s in zip(public, _shown(public, places), strict=True)}
        for pk, part, response in batch:
            comment = shown.get(pk)
            if comment and not response:
                comment = replace(comment, answer=None)
            yield ReadEntry(by_id[pk].number, part, comment)


def _shown(comments, places) -> list[ThreadComment]:
    # What became of a passage since is no part of what the committee had before it.
    return thread_comments(comments, places, fates={}) if comments else []


def _part(part, places, entries) -> ReadPart:
    language = translation.get_language()
    titles = part["titles"]
    title = titles.get(language) or titles.get(settings.LANGUAGE_CODE) or _("The whole")
    return ReadPart(
        kind=part["kind"],
        title=title,
        url=absolute(places.passage(part["key"])) if part["kind"] == PASSAGE else "",
        remark=_said(part["remarks"], "remark", language),
        recommendation=_said(part["remarks"], "recommendation", language),
        numbers=part["numbers"],
        entries=entries,
    )


def _said(remarks, name, language) -> Words:
    for code in (language, settings.LANGUAGE_CODE):
        if text := remarks.get(code, {}).get(name):
            return Words(text, code)
    return Words("", language)


def _facts(report) -> Iterator[tuple[str, str]]:
    yield _("To"), report.committee
    if report.meeting_on:
        yield _("Meeting"), day_in_words(report.meeting_on)
    yield _("Frozen"), day_in_words(report.frozen_at)
    if case := report.hearing.edition.case_number:
        yield _("Case number"), case


def _figures(counts) -> list[tuple[str, list[tuple[str, int]]]]:
    """Return the figures as tables: heading, and rows of (label, number) that add up."""
    rest = {"none": _("Not said")}
    return [
        (
            _("Comments received"),
            [
                (_("Public"), counts["public"]),
                (_("For the municipality only"), counts["municipality"]),
                (_("Rejected"), counts["rejected"]),
                (_("Withdrawn"), counts["withdrawn"]),
                (_("Not decided about"), counts["undecided"]),
                (_("In all"), counts["came"]),
            ],
        ),
        (_("Written by"), _rows(counts, "kind", dict(AuthorKind.choices))),
        (_("Stance"), _rows(counts, "stance", {**dict(Stance.choices), **rest})),
        (
            _("Answers"),
            [
                *_rows(counts, "result", dict(Result.choices)),
                (_("Waits for an answer"), counts["public"] - counts["answered"]),
            ],
        ),
    ]


def _rows(counts, name, labels) -> list[tuple[str, int]]:
    return [(str(label), counts[f"{name}_{key}"]) for key, label in labels.items()]


def _later(report) -> Iterator[str]:
    since = report.hearing.comments.public().exclude(
        pk__in=report.entries.order_by().values("comment")
    )
    if came := since.count():
        words = _(
            "Comments that became public after the report was frozen: %(n)s. See %(address)s."
        )
        yield words % {"n": came, "address": absolute(hearing_url(report.hearing))}
    answered = report.entries.filter(response=None, comment__status=CommentStatus.PUBLISHED).filter(
        comment__outcome__response__status="published"
    )
    if n := answered.count():
        yield _("Comments in the report that were answered after it was frozen: %(n)s.") % {"n": n}
