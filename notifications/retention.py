"""How long mails, their traces and followers are kept."""

from django.utils.translation import gettext_lazy as _

from comments.privacy import erasures, person
from comments.privacy.periods import days, days_before, months, months_before
from comments.privacy.retention import Moment, Rule, register

from .follow.actions import KEPT_UNCONFIRMED, forget_again
from .her_data import followed_by, forget_all_followed, forget_mails, mails_to
from .models import MailStatus, OutgoingMail, Subscription

ENDED = (MailStatus.PARKED, MailStatus.RECALLED)


def _given_up(moment: Moment):
    before = days_before(moment.at, moment.keep.mail_days)
    old = OutgoingMail.objects.filter(status__in=ENDED, created_at__lt=before)
    return old.exclude(to="", text="", unsubscribe_url="")


def _traces(moment: Moment):
    before = months_before(moment.at, moment.keep.mail_trace_months)
    mails = OutgoingMail.objects.exclude(status=MailStatus.WAITING).filter(created_at__lt=before)
    return mails.exclude(address_hash="", unsubscribe_url="")


def _empty(mails: list[OutgoingMail], moment: Moment) -> None:
    _rows(mails).update(to="", text="", unsubscribe_url="")


def _forget_addresses(mails: list[OutgoingMail], moment: Moment) -> None:
    """The row stays, so that the same cause is not told twice."""
    _rows(mails).update(address_hash="", unsubscribe_url="")


def _rows(mails):
    return OutgoingMail.objects.filter(pk__in=[mail.pk for mail in mails])


def _unconfirmed(moment: Moment):
    return Subscription.objects.filter(
        confirmed_at=None, created_at__lt=moment.at - KEPT_UNCONFIRMED
    )


def _delete(rows: list[Subscription], moment: Moment) -> None:
    Subscription.objects.filter(pk__in=[row.pk for row in rows]).delete()


def register_rules() -> None:
    """Register once, from `ready()`."""
    erasures.register("follower", forget_again)
    person.register(person.Source("followed", followed_by, forget_all_followed))
    person.register(person.Source("mails", mails_to, forget_mails))
    register(
        Rule(
            name="mail",
            label=_("mails that were given up"),
            period=lambda keep: days(keep.mail_days),
            due=_given_up,
            carry_out=_empty,
        )
    )
    register(
        Rule(
            name="mail_trace",
            label=_("that a mail was sent"),
            period=lambda keep: months(keep.mail_trace_months),
            due=_traces,
            carry_out=_forget_addresses,
        )
    )
    register(
        Rule(
            name="unconfirmed",
            label=_("followers who never said yes"),
            period=lambda keep: days(KEPT_UNCONFIRMED.days),
            due=_unconfirmed,
            carry_out=_delete,
        )
    )
