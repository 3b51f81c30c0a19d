"""What is kept of comments: texts that nobody can read any more, originals, files, senders, reports."""

from collections.abc import Callable
from functools import partial

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from comments.actions.erasure import empty
from comments.models import (
    Attachment,
    Comment,
    CommentReport,
    CommentText,
    Decision,
    JournalPackage,
    Sender,
    TextRole,
)
from comments.signals import comment_words_changed
from comments.states import UNDECIDED, CommentStatus

from .periods import months, months_before
from .retention import Moment, Rule, register

# Of a shortened comment these hold what was covered.
UNCOVERED = (TextRole.ORIGINAL, TextRole.PROPOSAL, TextRole.APPEAL)


def comment_numbers(rows: QuerySet, prefix: str = "") -> list[str]:
    """Return "7 (2)": the comment's number, and the hearing's id as in its address."""
    pairs = rows.values_list(f"{prefix}number", f"{prefix}hearing_id")
    return [f"{number} ({hearing})" for number, hearing in pairs]


def _last_decision(comment: str):
    return Subquery(
        Decision.objects.filter(comment=OuterRef(comment)).order_by("-pk").values("at")[:1]
    )


def _journalised(rows: QuerySet, moment: Moment, hearing: str, *, is_so: bool) -> QuerySet:
    """Keep the rows whose hearing was packed whole for the journal after `last`; or the others."""
    packed = Exists(
        JournalPackage.objects.filter(
            hearing=OuterRef(hearing), comment=None, made_at__gt=OuterRef("last")
        )
    )
    if not moment.keep.needs_journal:
        return rows if is_so else rows.none()
    return rows.filter(packed if is_so else ~packed)


def _emptied(status: str, months_name: str, moment: Moment, *, is_so: bool) -> QuerySet:
    """Comments of a status whose last decision is long ago, and of which something is still there."""
    before = months_before(moment.at, getattr(moment.keep, months_name))
    of_it = {"comment": OuterRef("pk")}
    rows = Comment.objects.filter(
        Exists(CommentText.objects.filter(**of_it))
        | Exists(Sender.objects.filter(**of_it))
        | Exists(Attachment.objects.filter(**of_it)),
        status=status,
    ).annotate(last=_last_decision("pk"))
    return _journalised(rows.filter(last__lt=before), moment, "hearing", is_so=is_so)


def _originals(moment: Moment, *, is_so: bool) -> QuerySet:
    before = months_before(moment.at, moment.keep.originals_months)
    texts = CommentText.objects.filter(comment=OuterRef("pk"))
    rows = Comment.objects.filter(
        Exists(texts.filter(role=TextRole.REDACTED)),
        Exists(texts.filter(role__in=UNCOVERED)),
        status=CommentStatus.PUBLISHED,
    ).annotate(last=_last_decision("pk"))
    return _journalised(rows.filter(last__lt=before), moment, "hearing", is_so=is_so)


def _files(moment: Moment, *, is_so: bool) -> QuerySet:
    before = months_before(moment.at, moment.keep.files_months)
    rows = (
        Attachment.objects.filter(approved_at=None)
        .exclude(comment__status__in=UNDECIDED)
        .annotate(last=_last_decision("comment"))
        .filter(last__lt=before)
    )
    return _journalised(rows, moment, "comment__hearing", is_so=is_so)


def _reports(moment: Moment) -> QuerySet:
    before = months_before(moment.at, moment.keep.reports_months)
    return CommentReport.objects.filter(handled_at__lt=before).exclude(text="")


def _empty_all(comments: list[Comment], moment: Moment) -> None:
    for comment in comments:
        empty(comment, at=moment.at)


def _uncover_nothing(comments: list[Comment], moment: Moment) -> None:
    """Delete what was covered. The shortened text, which everybody reads, stays."""
    ids = [comment.pk for comment in comments]
    CommentText.objects.filter(comment__in=ids, role__in=UNCOVERED).delete()
    for comment in comments:
        comment.findings.all().delete()
        comment_words_changed.send(sender=Comment, comment=comment)


def _delete_files(files: list[Attachment], moment: Moment) -> None:
    for file in files:
        transaction.on_commit(partial(file.file.storage.delete, file.file.name))
    Attachment.objects.filter(pk__in=[file.pk for file in files]).delete()


def _forget_reports(reports: list[CommentReport], moment: Moment) -> None:
    CommentReport.objects.filter(pk__in=[report.pk for report in reports]).update(text="")


def _rule(name: str, label, months_name: str, rows: Callable, carry_out, **more) -> Rule:
    return Rule(
        name=name,
        label=label,
        period=lambda keep: months(getattr(keep, months_name)),
        due=partial(rows, is_so=True),
        waits=partial(rows, is_so=False),
        carry_out=carry_out,
        **{"names": comment_numbers, **more},
    )


def register_rules() -> None:
    """Register once, from `ready()`."""
    for status, months_name, label in (
        (CommentStatus.REJECTED, "rejected_months", _("texts of rejected comments")),
        (CommentStatus.WITHDRAWN, "withdrawn_months", _("texts of withdrawn comments")),
        (CommentStatus.NOTED, "noted_months", _("texts for the municipality only")),
    ):
        rows = partial(_emptied, status, months_name)
        register(_rule(status.value, label, months_name, rows, _empty_all))
    label = _("originals of shortened comments")
    register(_rule("originals", label, "originals_months", _originals, _uncover_nothing))
    names = partial(comment_numbers, prefix="comment__")
    label = _("files that are not shown")
    register(_rule("files", label, "files_months", _files, _delete_files, names=names))
    register(
        Rule(
            name="reports",
            label=_("what readers reported"),
            period=lambda keep: months(keep.reports_months),
            due=_reports,
            carry_out=_forget_reports,
            names=names,
        )
    )
