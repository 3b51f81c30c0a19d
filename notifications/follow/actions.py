"""Begin, confirm, change and end following. Keyword-only and atomic, as in the dialogue."""

import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.urls import reverse
from django.utils import timezone, translation

from comments.limits import Limit, count_one
from comments.privacy.erasures import remember
from comments.receipts import hash_of
from notifications import outbox
from notifications.blocking import way_out
from notifications.keys import MailKey
from notifications.models import MailStatus, Notice, OutgoingMail, Rhythm, Subscription

from .tokens import YES_DAYS, yes_token
from .topics import Topic

ASKED = Limit("follow", outbox.MAILS_A_DAY, 24 * 60 * 60)
KEPT_UNCONFIRMED = datetime.timedelta(days=YES_DAYS + 1)


@transaction.atomic
def ask_to_follow(*, topic: Topic, email: str, rhythm: str, language: str) -> None:
    """Ask the address's owner by mail whether she wants it. Nothing else is sent before she says yes.

    An address gets so few of these mails a day as of all others that nobody confirmed; whoever asks is
    not told, nor whether it follows already.
    """
    mark = outbox.address_hash(email)
    if not _may_ask(mark):
        return
    values = {"email": email, "language": outbox.known_language(language), "rhythm": rhythm}
    found, _created = Subscription.objects.get_or_create(
        topic=topic.name, address_hash=mark, defaults=values
    )
    with translation.override(found.language):
        yes = reverse("notifications:follow_yes", args=[yes_token(found, rhythm)])
        not_me = reverse("notifications:not_me", args=[way_out(mark)])
        how_often = str(Rhythm(rhythm).label)
    filled = {
        "what": topic.title,
        "rhythm": how_often,
        "confirm_url": settings.BASE_URL + yes,
        "not_me_url": settings.BASE_URL + not_me,
        "days": YES_DAYS,
    }
    # Pressed twice within a second it is one mail.
    cause = f"follow:{found.pk}:{rhythm}:{int(timezone.now().timestamp())}"
    outbox.write(MailKey.FOLLOW, [outbox.Draft(cause, email, found.language, filled)])


def _may_ask(mark: str) -> bool:
    return count_one(hash_of(f"follow {mark}"), ASKED.window(timezone.now()), ASKED.count)


@transaction.atomic
def confirm_following(*, subscription: Subscription, rhythm: str) -> None:
    """Begin, or go on in another rhythm. What happened before is no news."""
    now = timezone.now()
    newest = Notice.objects.filter(topic=subscription.topic).aggregate(n=Max("pk"))["n"] or 0
    Subscription.objects.filter(pk=subscription.pk, confirmed_at=None).update(
        confirmed_at=now, told=newest
    )
    Subscription.objects.filter(pk=subscription.pk).update(rhythm=rhythm, next_at=now)


@transaction.atomic
def end_following(*, subscription: Subscription) -> None:
    """Delete it, and what is on its way to it."""
    waiting = OutgoingMail.objects.waiting().filter(
        kind=MailKey.FOLLOWED, cause__startswith=f"followed:{subscription.pk}:"
    )
    waiting.update(status=MailStatus.RECALLED, to="", text="", last_error="")
    Subscription.objects.filter(pk=subscription.pk).delete()
    now = timezone.now()
    # The instant belongs to it: she may follow the same again tomorrow, and end it again.
    remember(
        "follower",
        f"{subscription.topic} {subscription.address_hash} {int(now.timestamp())}",
        at=now,
    )


def forget_again(key: str, at: datetime.datetime) -> bool:
    """End what was ended before a backup was restored; what began since goes on."""
    topic, mark, _second = key.split(" ")
    begun = Subscription.objects.filter(topic=topic, address_hash=mark, created_at__lt=at)
    return bool(begun.delete()[0])


@transaction.atomic
def forget_follower(*, email: str) -> int:
    """End all that an address follows, as its owner asks; return how much it was."""
    found = Subscription.objects.filter(address_hash=outbox.address_hash(email))
    return sum(1 for one in found if end_following(subscription=one) is None)


def forget_unconfirmed() -> None:
    """Delete what nobody said yes to, and notices that nobody can be told of any more."""
    now = timezone.now()
    Subscription.objects.filter(confirmed_at=None, created_at__lt=now - KEPT_UNCONFIRMED).delete()
    Notice.objects.filter(at__lt=now - datetime.timedelta(days=30)).delete()
