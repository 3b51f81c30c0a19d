"""How long addresses and names of senders are kept: until the case is over and told of."""

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from comments.models import (
    HearingKind,
    NamesRule,
    Outcome,
    ReportDecision,
    Sender,
)
from comments.states import UNDECIDED, AuthorKind, ResponseStatus
from policy.models import Edition

from .comment_rules import comment_numbers
from .periods import months, months_before
from .retention import Moment, Rule, register

ASSOCIATION = Q(comment__author_kind=AuthorKind.ASSOCIATION)
SHOWN = ASSOCIATION | Q(name_is_public=True, comment__hearing__names=NamesRule.SENDER)


def senders_due(moment: Moment) -> QuerySet:
    """Senders of whom something is kept that nobody needs any more.

    A hearing is over when a decision on its report was written down, or when an edition was adopted
    that is based on its text; a comment outside hearings when its answer was published. A promise
    for later that is not kept yet holds its address back, and a comment that waits for a decision.
    Where nobody wrote anything down, `email_longest_months` are the end of it, whatever waits.
    """
    soon = months_before(moment.at, moment.keep.email_months)
    late = months_before(moment.at, moment.keep.email_longest_months)
    of_it = {"comment": OuterRef("comment")}
    day = timezone.localdate(soon)
    decided = ReportDecision.objects.filter(report__hearing=OuterRef("comment__hearing"))
    adopted = Edition.objects.adopted().filter(based_on=OuterRef("comment__hearing__edition"))
    answered = Outcome.objects.filter(
        **of_it, response__status=ResponseStatus.PUBLISHED, response__published_at__lt=soon
    )
    is_standing = Q(comment__hearing__kind=HearingKind.STANDING)
    is_over = (~is_standing) & (
        Exists(decided.filter(decided_on__lt=day)) | Exists(adopted.filter(adopted_on__lt=day))
    )
    is_over |= is_standing & Exists(answered)
    is_over &= ~Exists(Outcome.objects.promised().filter(**of_it))
    is_over &= ~Q(comment__status__in=UNDECIDED)
    is_old = (~is_standing) & Q(comment__hearing__closes_at__lt=late)
    is_old |= is_standing & Q(comment__received_at__lt=late)
    is_there = ~Q(email="") | (~Q(name="") & ~SHOWN)
    return Sender.objects.filter(is_there).filter(is_over | is_old)


def forget_senders(senders: list[Sender], moment: Moment) -> None:
    """Empty the addresses, and the names that are shown nowhere. The district stays with the text."""
    rows = Sender.objects.filter(pk__in=[sender.pk for sender in senders])
    # Two steps: SQL can't join in an UPDATE.
    hidden = list(rows.exclude(SHOWN).values_list("pk", flat=True))
    rows.update(email="", mail_language="", email_confirmed_at=None)
    Sender.objects.filter(pk__in=hidden).update(name="")


def register_rules() -> None:
    """Register once, from `ready()`."""
    register(
        Rule(
            name="email",
            label=_("e-mail addresses and names that are not shown"),
            period=lambda keep: months(keep.email_months),
            due=senders_due,
            carry_out=forget_senders,
            names=lambda rows: comment_numbers(rows, "comment__"),
        )
    )
