"""The tokens in mails to followers: to say yes within two days, and to end it at any time."""

from django.core import signing

from notifications.models import Subscription

YES, END = "notifications.follow.yes", "notifications.follow.end"
YES_DAYS = 2


def yes_token(subscription: Subscription, rhythm: str) -> str:
    """Return the token with which the address's owner says yes to this rhythm."""
    said = {"s": subscription.pk, "r": rhythm, "a": subscription.address_hash[:16]}
    return signing.dumps(said, salt=YES)


def read_yes(token: str) -> tuple[Subscription | None, str]:
    """Return the subscription and the rhythm; no subscription for what is false, old or ended."""
    try:
        said = signing.loads(token, salt=YES, max_age=YES_DAYS * 24 * 60 * 60)
    except signing.BadSignature:
        return None, ""
    found = Subscription.objects.filter(pk=said["s"], address_hash__startswith=said["a"]).first()
    return found, said["r"]


def end_token(subscription: Subscription) -> str:
    """Return the token that ends it. It holds no address, and does not get old."""
    said = {"s": subscription.pk, "a": subscription.address_hash[:16]}
    return signing.dumps(said, salt=END)


def read_end(token: str) -> tuple[Subscription | None, bool]:
    """Return the subscription, None when it has ended, and whether this site made the token."""
    try:
        said = signing.loads(token, salt=END)
    except signing.BadSignature:
        return None, False
    found = Subscription.objects.filter(pk=said["s"], address_hash__startswith=said["a"]).first()
    return found, True
