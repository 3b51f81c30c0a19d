"""When hearings next open or close, for what is cached of public pages."""

from django.db.models import F, QuerySet

from comments.models import NEVER, Hearing
from policy import instants


def register() -> None:
    instants.register("opens", opens)
    instants.register("closes", closes)


def opens(at) -> QuerySet:
    return (
        Hearing.objects.filter(opens_at__gt=at).order_by("opens_at").values(instant=F("opens_at"))
    )


def closes(at) -> QuerySet:
    """The instant of closing belongs to the hearing, and is over with it: a page is kept until then."""
    ahead = Hearing.objects.filter(closes_at__gt=at, closes_at__lt=NEVER).order_by("closes_at")
    return ahead.values(instant=F("closes_at"))
