"""How often one sender may send: counted in the database, exactly, over all processes and hosts.

Nobody is known by name here. A sender is the network address that a request came from, an IPv6
address by its /64 since a household has all of that. What is stored is a keyed hash of it that
changes every day, so that old counts tell nobody's address. Networks that many share (a town hall, a
library) are named in `SHARED_NETWORKS` and may send a hundred times as much.
"""

import datetime
import hashlib
import hmac
import ipaddress
from dataclasses import dataclass

from django.conf import settings
from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from .models import RateCount

SHARED_FACTOR = 100
KEPT = datetime.timedelta(hours=48)


@dataclass(frozen=True)
class Limit:
    """At most `count` times in each window of `seconds`, windows beginning at whole multiples."""

    name: str
    count: int
    seconds: int

    def window(self, at: datetime.datetime) -> datetime.datetime:
        """Return when the window that `at` lies in began."""
        begun = int(at.timestamp()) // self.seconds * self.seconds
        return datetime.datetime.fromtimestamp(begun, tz=datetime.UTC)


# A person who comments on every passage of a policy in one evening stays far below these.
SENDING = (Limit("send-soon", 30, 10 * 60), Limit("send-day", 200, 24 * 60 * 60))
REPORTING = (Limit("report", 10, 60 * 60),)
ASKING = (Limit("ask", 10, 60 * 60),)


@dataclass(frozen=True)
class Stop:
    """The limit is reached. It is possible again in `retry_after` seconds."""

    retry_after: int


def pass_limits(request, limits: tuple[Limit, ...], *, at=None) -> Stop | None:
    """Count one attempt against each limit; return a `Stop` at the first that is reached, else None.

    Call it where nothing rolls it back: an attempt that fails counts as well.
    """
    at = at or timezone.now()
    address = address_of(request)
    factor = SHARED_FACTOR if is_shared(address) else 1
    # All in one transaction: each is a wait for SQLite's one writer, and for the disk.
    with transaction.atomic():
        for limit in limits:
            window = limit.window(at)
            key = key_of(limit.name, address, at)
            if not count_one(key, window, limit.count * factor, name=limit.name):
                ends = window + datetime.timedelta(seconds=limit.seconds)
                return Stop(max(1, int((ends - at).total_seconds()) + 1))
    return None


def is_reached(request, limit: Limit, *, at=None) -> bool:
    """Tell whether the sender has reached the limit, and count nothing."""
    at = at or timezone.now()
    address = address_of(request)
    most = limit.count * (SHARED_FACTOR if is_shared(address) else 1)
    key = key_of(limit.name, address, at)
    counts = RateCount.objects.filter(key=key, window=limit.window(at), count__gte=most)
    return counts.exists()


def count_one(key: str, window: datetime.datetime, most: int, name: str = "") -> bool:
    """Add one to a count unless it has reached `most`; tell whether it was added.

    `name` says of what it is a count, where somebody asks for that.

    The question and the addition are one statement, so of any number of processes exactly `most`
    get a yes.
    """
    if _add(key, window, most):
        return True
    try:
        with transaction.atomic():
            RateCount.objects.create(key=key, window=window, count=1, name=name)
    except IntegrityError:
        # It is there: full, or made by another process a moment ago.
        return _add(key, window, most)
    return True


def _add(key, window, most) -> bool:
    free = RateCount.objects.filter(key=key, window=window, count__lt=most)
    return bool(free.update(count=F("count") + 1))


def address_of(request) -> str:
    """Return the network address that a request came from.

    Behind a proxy it is the last entry of X-Forwarded-For: the proxy wrote that one itself, whatever
    the sender had put before it.
    """
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if settings.BEHIND_PROXY and forwarded:
        return forwarded.rsplit(",", 1)[-1].strip()
    return request.META.get("REMOTE_ADDR", "")


def network_of(address: str) -> str:
    """Return the address of one household: an IPv4 address, or the /64 of an IPv6 address."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if parsed.version == 6 and parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    if parsed.version == 6:
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def is_shared(address: str) -> bool:
    """Tell whether the address lies in one of `SHARED_NETWORKS`."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(parsed in ipaddress.ip_network(network) for network in settings.SHARED_NETWORKS)


def key_of(name: str, address: str, at: datetime.datetime) -> str:
    """Return what is stored of a sender: a hash that is another one tomorrow."""
    day = at.astimezone(datetime.UTC).date()
    key = hmac.new(settings.SECRET_KEY.encode(), f"limits {day}".encode(), hashlib.sha256)
    key.update(f"{name} {network_of(address)}".encode())
    return key.hexdigest()


def forget_old_counts() -> None:
    """Delete the counts of the days before: nobody asks them any more."""
    RateCount.objects.filter(window__lt=timezone.now() - KEPT).delete()
