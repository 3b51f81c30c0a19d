"""Write the mails to followers, the worker's job. Few of them: what happened is gathered.

A follower and the last notice told have one mail (`OutgoingMail.cause`): a worker that dies between
two statements tells nothing twice and leaves nothing out.
"""

import datetime
from itertools import takewhile

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.http import Http404
from django.urls import reverse
from django.utils import timezone, translation

from comments.told import undo_time
from notifications import outbox
from notifications.keys import MailKey
from notifications.models import Notice, Rhythm, Subscription

from .news import lines_of, shortened
from .tokens import end_token
from .topics import find_topic

AT_A_TIME = 200
MOST_NOTICES = 500
HOUR_OF_DAY = 7  # in Denmark, when the day's and the week's mails are written
APART = datetime.timedelta(hours=1)
# Notices are numbered when they are written and seen when they are committed: one with a lower number
# may turn up later. By then none is told that is younger than this.
WRITTEN_WITHIN = datetime.timedelta(minutes=1)


def tell_followers() -> int:
    """Write the mails that are due; return how many followers were looked at."""
    now = timezone.now()
    news = Notice.objects.filter(
        topic=OuterRef("topic"), pk__gt=OuterRef("told"), at__lte=settled_at(now)
    )
    due = Subscription.objects.confirmed().filter(Exists(news), next_at__lte=now)
    found = list(due.order_by("next_at", "pk")[:AT_A_TIME])
    for subscription in found:
        tell(subscription, now)
    return len(found)


@transaction.atomic
def tell(subscription: Subscription, now: datetime.datetime) -> None:
    """Write one follower's mail, unless nothing of it is public any more."""
    if subscription.rhythm != Rhythm.AT_ONCE and subscription.next_at <= subscription.confirmed_at:
        # The first of a day's or a week's mails waits for its hour too.
        first = next_hour(subscription.rhythm, subscription.confirmed_at)
        Subscription.objects.filter(pk=subscription.pk).update(next_at=first)
        return
    notices = settled(subscription, now)
    told = Subscription.objects.filter(pk=subscription.pk, told=subscription.told)
    if not notices or not told.update(
        told=notices[-1].pk, next_at=next_hour(subscription.rhythm, now)
    ):
        return
    with translation.override(subscription.language):
        draft = _draft(subscription, notices)
    if draft:
        outbox.write(MailKey.FOLLOWED, [draft])


def settled_at(now: datetime.datetime) -> datetime.datetime:
    """Return the time up to which news is certain: nobody can take it back any more, and all is written."""
    return now - max(undo_time(), WRITTEN_WITHIN)


def settled(subscription: Subscription, now: datetime.datetime) -> list[Notice]:
    """Return what is new for the follower, in order, up to the first that isn't certain yet."""
    new = Notice.objects.filter(topic=subscription.topic, pk__gt=subscription.told).order_by("pk")
    until = settled_at(now)
    return list(takewhile(lambda notice: notice.at <= until, new[:MOST_NOTICES]))


def _draft(subscription, notices) -> outbox.Draft | None:
    lines = lines_of(notices, subscription.language)
    try:
        topic = find_topic(subscription.topic)
    except Http404:
        return None
    if not lines:
        return None
    end = reverse("notifications:follow_end", args=[end_token(subscription)])
    values = {
        "what": topic.title,
        "what_url": settings.BASE_URL + topic.url,
        "news": shortened(lines),
        "unsubscribe_url": settings.BASE_URL + end,
    }
    cause = f"followed:{subscription.pk}:{notices[-1].pk}"
    return outbox.Draft(cause, subscription.email, subscription.language, values)


def next_hour(rhythm: str, at: datetime.datetime) -> datetime.datetime:
    """Return when the next mail may be written: in an hour, tomorrow morning, or on Monday morning."""
    if rhythm == Rhythm.AT_ONCE:
        return at + APART
    local = timezone.localtime(at)
    morning = local.replace(hour=HOUR_OF_DAY, minute=0, second=0, microsecond=0)
    days = 0 if local < morning else 1
    if rhythm == Rhythm.WEEKLY:
        days += (-(local.weekday() + days)) % 7
    day = (local + datetime.timedelta(days=days)).date()
    naive = datetime.datetime.combine(day, datetime.time(HOUR_OF_DAY))
    return timezone.make_aware(naive)
