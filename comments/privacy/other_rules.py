"""What is kept of staff's own traces and of requests, and what jobs of their own take away too."""

import datetime

from axes.models import AccessAttempt, AccessFailureLog, AccessLog
from django.conf import settings
from django.contrib.sessions.models import Session
from django.utils.translation import gettext_lazy as _

from comments.actions.journal import remove_packages
from comments.limits import KEPT as KEPT_COUNTS
from comments.models import (
    JournalPackage,
    Look,
    PersonRequest,
    RateCount,
)

from .periods import days, days_before, hours, months, months_before
from .retention import Moment, Rule, register


def _delete(rows: list, moment: Moment) -> None:
    """Delete rows that nothing refers to; those that are written once as well, whose time is over."""
    if rows:
        model = type(rows[0])
        found = model._base_manager.filter(pk__in=[row.pk for row in rows])
        found._raw_delete(found.db)


def _requests(moment: Moment):
    before = months_before(moment.at, moment.keep.requests_months)
    old = PersonRequest.objects.filter(answered_at__lt=before)
    return old.exclude(email="", name="", words="", answer="", extended_because="")


def _forget_requests(requests: list[PersonRequest], moment: Moment) -> None:
    """That there was a request, and what was done about it, stays; whose it was does not."""
    for request in requests:
        request.comments.clear()
    rows = PersonRequest.objects.filter(pk__in=[request.pk for request in requests])
    rows.update(email="", name="", words="", answer="", extended_because="")


def _logins(model):
    return lambda moment: model.objects.filter(
        attempt_time__lt=days_before(moment.at, moment.keep.logins_days)
    )


def _packages(moment: Moment):
    before = moment.at - datetime.timedelta(hours=settings.JOURNAL_PACKAGE_HOURS)
    return JournalPackage.objects.filter(made_at__lt=before, state="made")


def register_rules() -> None:
    """Register once, from `ready()`."""
    for rule in (*_of_logins(), *_of_privacy(), *_of_hours()):
        register(rule)


def _of_logins():
    by_days = {"period": lambda keep: days(keep.logins_days), "carry_out": _delete}
    for model, name, label in (
        (AccessAttempt, "attempts", _("failed attempts to log in")),
        (AccessFailureLog, "failures", _("the log of failed logins")),
        (AccessLog, "logins", _("the log of logins")),
    ):
        yield Rule(name=name, label=label, due=_logins(model), **by_days)
    yield Rule(name="sessions", label=_("sessions that ended"), due=_sessions, **by_days)


def _of_privacy():
    yield Rule(
        name="looks",
        label=_("who saw what"),
        period=lambda keep: months(keep.looks_months),
        due=lambda m: Look.objects.filter(at__lt=months_before(m.at, m.keep.looks_months)),
        carry_out=_delete,
    )
    yield Rule(
        name="requests",
        label=_("requests about one’s own data"),
        period=lambda keep: months(keep.requests_months),
        due=_requests,
        carry_out=_forget_requests,
    )


def _of_hours():
    yield Rule(
        name="packages",
        label=_("packages for the journal"),
        period=lambda keep: hours(settings.JOURNAL_PACKAGE_HOURS),
        due=_packages,
        carry_out=_remove,
    )
    yield Rule(
        name="counts",
        label=_("counts of how often somebody sent"),
        period=lambda keep: hours(int(KEPT_COUNTS.total_seconds() // 3600)),
        due=lambda m: RateCount.objects.filter(window__lt=m.at - KEPT_COUNTS),
        carry_out=_delete,
    )


def _sessions(moment: Moment):
    before = days_before(moment.at, moment.keep.logins_days)
    return Session.objects.filter(expire_date__lt=before)


def _remove(packages: list[JournalPackage], moment: Moment) -> None:
    rows = JournalPackage.objects.filter(pk__in=[package.pk for package in packages])
    remove_packages(rows, at=moment.at)
