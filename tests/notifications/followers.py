"""Somebody who follows by mail, for tests: asks, presses the button, reads what comes."""

import datetime
import re
from urllib.parse import urlencode

from django.db.models import F
from django.urls import reverse
from django.utils import translation

from notifications.follow.digest import tell_followers
from notifications.models import Notice, OutgoingMail, Subscription
from tests.comments.citizen import HERE, TYPE

ANNA = "anna@viby.example"


def address(kind, key, language="da"):
    with translation.override(language):
        return reverse("notifications:follow", args=[kind, key])


def ask(client, url, headers=HERE, **fields):
    body = urlencode({"email": ANNA, "rhythm": "at_once", **fields})
    return client.post(url, body, content_type=TYPE, headers=headers)


def mails(kind):
    return list(OutgoingMail.objects.filter(kind=kind).order_by("pk"))


def link_in(text, word) -> str:
    return re.search(rf"https?://[^/\s]+(/\S*/{word}/\S+)", text)[1]


def follow(client, kind, key, **fields):
    """Ask, and press the button in the mail; return the subscription."""
    assert ask(client, address(kind, key), **fields).status_code == 303
    client.post(link_in(mails("follow")[-1].text, "ja"), headers=HERE)
    return Subscription.objects.latest("pk")


def told(later=datetime.timedelta(hours=1)) -> list[OutgoingMail]:
    """Let the worker look once, `later` than all that happened; return the mails to followers."""
    Notice.objects.update(at=F("at") - later)
    tell_followers()
    return mails("followed")
