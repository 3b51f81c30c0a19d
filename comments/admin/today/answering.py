"""The day of those who answer: promised answers, promises made, papers for the committee, hearings."""

import datetime

from django.db.models import Count, Exists, Min, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.work import Told, Work
from comments.models import Comment, Hearing, HearingReport, Outcome, Response
from comments.permissions import user_can_answer
from comments.states import CommentStatus, ResponseStatus
from policy.models import Edition

from ..due import waiting_hearings

MOST = 10  # hearings of one kind; the lists behind them have all


def answering(request) -> Told:
    """Return what waits for an answer or a paper, to those who answer. Seven queries at most."""
    told = Told()
    if not user_can_answer(request.user, None):
        return told
    told.add(_handed_in(request.user), _("No answer waits to be read."))
    told.work += _unanswered()
    told.add(_promises(), _("No promise has come to its day."))
    told.work += _reports()
    told.work += _undecided_reports()
    told.work += _open_hearings()
    return told


def _handed_in(user) -> Work | None:
    ready = Response.objects.filter(status=ResponseStatus.READY).exclude(handed_in_by=user)
    found = ready.aggregate(count=Count("pk"), oldest=Min("pk"))
    if not found["count"]:
        return None
    title = ngettext(
        "%(count)d answer waits for you to read it",
        "%(count)d answers wait for you to read them",
        found["count"],
    )
    return Work(
        key="answers-to-read",
        icon="glasses",
        title=title % {"count": found["count"]},
        why=_("Whoever wrote an answer can’t make it public. You publish it or give it back."),
        action=_("Read the answer"),
        url=reverse("comments_answer", args=[found["oldest"]]),
        due_on=timezone.localdate(),
    )


def _unanswered() -> list[Work]:
    return [
        Work(
            key="unanswered-comments",
            icon="openquote",
            title=ngettext(
                "%(count)d comment has no answer", "%(count)d comments have no answer", n
            )
            % {"count": n},
            why=_why(hearing),
            action=_("Write answers"),
            url=reverse("comments_unanswered", args=[hearing.pk]),
            due_on=hearing.answers_due,
        )
        for hearing in waiting_hearings()[:MOST]
        for n in [hearing.waiting]
    ]


def _why(hearing) -> str:
    if not hearing.drafted:
        return str(hearing)
    said = _("%(hearing)s. %(drafted)d of them have an answer that is not public yet.")
    return said % {"hearing": hearing, "drafted": hearing.drafted}


def _promises() -> Work | None:
    """The promises that have come to their day, else the next one."""
    today = timezone.localdate()
    promised = Outcome.objects.promised()
    found = promised.aggregate(
        due=Count("pk", filter=Q(follow_up_on__lte=today)), first=Min("follow_up_on")
    )
    if not found["first"]:
        return None
    if found["due"]:
        said = ngettext(
            "%(count)d promise has come to its day",
            "%(count)d promises have come to their day",
            found["due"],
        )
        title = said % {"count": found["due"]}
    else:
        title = _("The next promise comes to its day")
    return Work(
        key="promises",
        icon="check",
        title=title,
        why=_("Tell whether it is kept, or choose another day to be asked."),
        action=_("See the promises"),
        url=reverse("comments_due"),
        due_on=found["first"],
    )


def _reports() -> list[Work]:
    """Closed hearings of which no report is locked, as long as their draft is not adopted."""
    adopted = Edition.objects.adopted().filter(
        policy=OuterRef("edition__policy"), number__gte=OuterRef("edition__number")
    )
    closed = Hearing.objects.hearings().filter(closes_at__lt=timezone.now(), reports=None)
    said = (
        closed.exclude(Exists(adopted)).filter(comments__status=CommentStatus.PUBLISHED).distinct()
    )
    return [
        Work(
            key="missing-report",
            icon="doc-full",
            title=_("The hearing report is not made yet"),
            why=_("%(hearing)s closed %(day)s.")
            % {"hearing": hearing, "day": date_format(timezone.localdate(hearing.closes_at))},
            action=_("Make the report"),
            url=reverse("comments_hearing_report", args=[hearing.pk]),
            due_on=hearing.decision_planned_on,
        )
        for hearing in said.select_related("edition").order_by("closes_at", "pk")[:MOST]
    ]


def _undecided_reports() -> list[Work]:
    undecided = HearingReport.objects.filter(decided=None).select_related("hearing__edition")
    return [
        Work(
            key="report-without-decision",
            icon="doc-full",
            title=_("The decision about the hearing report is missing"),
            why=_("%(hearing)s. The report went to %(committee)s.")
            % {"hearing": report.hearing, "committee": report.committee},
            action=_("Write the decision in"),
            url=reverse("comments_report_decision", args=[report.pk]),
            due_on=report.meeting_on,
        )
        for report in undecided.order_by("meeting_on", "pk")[:MOST]
    ]


def _open_hearings() -> list[Work]:
    now = timezone.now()
    hearings = list(
        Hearing.objects.hearings()
        .filter(opens_at__lte=now, closes_at__gte=now)
        .select_related("edition")
        .order_by("closes_at", "pk")[:MOST]
    )
    counted = (
        Comment.objects.filter(hearing__in=hearings)
        .order_by()
        .values_list("hearing")
        .annotate(total=Count("pk"), public=Count("pk", filter=Q(status=CommentStatus.PUBLISHED)))
    )
    counts = {hearing: (total, public) for hearing, total, public in counted}
    return [_open(hearing, *counts.get(hearing.pk, (0, 0))) for hearing in hearings]


def _open(hearing, total: int, public: int) -> Work:
    closes = timezone.localtime(hearing.closes_at)
    left: datetime.timedelta = closes.date() - timezone.localdate()
    title = ngettext(
        "%(hearing)s: %(count)d day left", "%(hearing)s: %(count)d days left", left.days
    )
    said = ngettext(
        "%(count)d comment has come, %(public)d of it public.",
        "%(count)d comments have come, %(public)d of them public.",
        total,
    )
    return Work(
        key="open-hearing",
        icon="calendar-alt",
        title=title % {"hearing": hearing, "count": left.days},
        why=" ".join(
            [
                _("Closes %(time)s.") % {"time": date_format(closes, "DATETIME_FORMAT")},
                said % {"count": total, "public": public},
            ]
        ),
        action=_("See the hearing"),
        url=reverse("comments_unanswered", args=[hearing.pk]),
        due_on=closes.date(),
    )
