"""The hearing report: what staff say in it, freezing it, and what was decided about it."""

import datetime
import hashlib
import json

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.errors import AlreadyDecided, NotPossible
from comments.models import (
    Comment,
    Hearing,
    HearingReport,
    Remark,
    RemarkText,
    ReportDecision,
    ReportEntry,
    ReportMinutes,
    Theme,
)
from comments.report.parts import THEME, counts_of, parts_of
from comments.signals import report_decided, report_frozen
from comments.states import Result
from policy.locales import site_languages
from policy.models import Passage

from .minutes import digest_of

IN_BATCHES_OF = 1_000


@transaction.atomic
def write_remark(
    *,
    hearing: Hearing,
    passage: Passage | None = None,
    theme: Theme | None = None,
    seen_version: int,
    by,
    remarks: dict[str, str],
    recommendations: dict[str, str],
) -> Remark:
    """Say something about a passage, a theme, or the whole. Both are {language: text}.

    `seen_version` is 0 where nothing was said before. Raises `AlreadyDecided` when somebody said
    something else meanwhile.
    """
    _lock(hearing)
    found = Remark.objects.filter(hearing=hearing, passage=passage, theme=theme).first()
    if (found.version if found else 0) != seen_version:
        raise AlreadyDecided(_("Somebody has changed the remark since you opened it. Read theirs."))
    if found is None:
        found = Remark(hearing=hearing, passage=passage, theme=theme, version=0)
    found.version += 1
    found.changed_at, found.changed_by = timezone.now(), by
    found.save()
    found.texts.all().delete()
    RemarkText.objects.bulk_create(
        RemarkText(
            remark=found,
            language=code,
            remark_text=remarks.get(code, "").strip(),
            recommendation=recommendations.get(code, "").strip(),
        )
        for code in site_languages()
    )
    return found


@transaction.atomic
def freeze_report(
    *, hearing: Hearing, by, committee: str, meeting_on: datetime.date | None = None, at=None
) -> HearingReport:
    """Freeze the report as it goes to a committee; from now on anybody can read it.

    It names the public comments, each with the answer that it has now, and the minutes of
    meetings. Raises `NotPossible` while the hearing is open and without a committee,
    `AlreadyDecided` when a comment became public or went while the report was put together.
    """
    at = at or timezone.now()
    found = _lock(hearing)
    if not found.is_standing and not found.is_closed(at):
        raise NotPossible(_("The hearing is open. Its report can be frozen when it has closed."))
    if not committee.strip():
        raise NotPossible(_("Write to whom the report goes."))
    rows = list(_rows(found))
    parts = parts_of(found, [(row.passage_id, row.number) for row in rows])
    counts = _counts(found, rows)
    entries = _entries(rows, parts)
    minutes = _minutes(found)
    content = {"parts": [part.frozen() for part in parts], "counts": counts}
    report = HearingReport.objects.create(
        hearing=found,
        number=found.reports.count() + 1,
        committee=committee.strip(),
        meeting_on=meeting_on,
        digest=_digest({**content, "entries": entries, **_sealed(minutes)}),
        frozen_at=at,
        frozen_by=by,
        **content,
    )
    ReportEntry.objects.bulk_create(
        (ReportEntry(report=report, **entry) for entry in entries), batch_size=IN_BATCHES_OF
    )
    ReportMinutes.objects.bulk_create(ReportMinutes(report=report, **row) for row in minutes)
    report_frozen.send(sender=HearingReport, report=report)
    return report


@transaction.atomic
def decide_report(
    *, report: HearingReport, by, decided_by: str, decided_on: datetime.date, text: str
) -> ReportDecision:
    """Write down what was decided about a report. Raises `NotPossible` when that stands already."""
    _lock(report.hearing)
    if ReportDecision.objects.filter(report=report).exists():
        raise NotPossible(_("The decision is written down already."))
    if not (decided_by.strip() and text.strip()):
        raise NotPossible(_("Write who decided, and what."))
    decision = ReportDecision.objects.create(
        report=report,
        decided_by=decided_by.strip(),
        decided_on=decided_on,
        text=text.strip(),
        written_by=by,
    )
    report_decided.send(sender=HearingReport, report=report)
    return decision


def _lock(hearing) -> Hearing:
    hearings = Hearing.objects.select_related("edition")
    return hearings.select_for_update(of=("self",)).get(pk=hearing.pk)


def _rows(hearing):
    return (
        Comment.objects.public()
        .filter(hearing=hearing)
        .select_related("outcome__response")
        .order_by("number")
    )


def _answer(comment):
    outcome = getattr(comment, "outcome", None)
    return outcome if outcome and outcome.response.is_public else None


def _counts(hearing, rows) -> dict[str, int]:
    """Count in a second statement, and see that it saw what the first did: the figures must add up."""
    counts = counts_of(Comment.objects.filter(hearing=hearing))
    if counts["public"] != len(rows):
        raise AlreadyDecided(_("A comment was decided about at this moment. Freeze it once more."))
    return counts | _results(rows)


def _results(rows) -> dict[str, int]:
    answered = [outcome.result for row in rows if (outcome := _answer(row))]
    counts = {f"result_{result}": answered.count(result) for result in Result.values}
    return {"answered": len(answered), **counts}


def _entries(rows, parts) -> list[dict]:
    """Return the comments in the order of the parts that they stand in, as plain values."""
    place = {n: i for i, part in enumerate(parts) if part.kind != THEME for n in part.numbers}
    ordered = sorted(rows, key=lambda row: (place[row.number], row.number))
    found = []
    for order, row in enumerate(ordered):
        outcome = _answer(row)
        found.append(
            {
                "order": order,
                "part": place[row.number],
                "comment_id": row.pk,
                "comment_version": row.version,
                "response_id": outcome.response_id if outcome else None,
                "result": outcome.result if outcome else "",
            }
        )
    return found


def _minutes(hearing) -> list[dict]:
    """Return the minutes of the hearing's meetings: which, in what order, and the seal of each."""
    rows = hearing.minutes.filter(removed_at=None).order_by("held_on", "pk")
    return [
        {"order": n, "minutes_id": row.pk, "sha256": digest_of(row)} for n, row in enumerate(rows)
    ]


def _sealed(minutes: list[dict]) -> dict:
    """A report without minutes has the seal that it had before there were any."""
    return {"minutes": minutes} if minutes else {}


def _digest(content: dict) -> str:
    written = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(written.encode()).hexdigest()
