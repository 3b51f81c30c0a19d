"""The way out in every mail that nobody confirmed: "it was not me, write to me no more"."""

from django.core import signing
from django.db import transaction

from .keys import MailKey
from .models import BlockedAddress, MailStatus, OutgoingMail

# Mails that go to an address before its owner said that it is hers.
UNASKED = frozenset({MailKey.CONFIRM, MailKey.FOLLOW})
SALT = "notifications.not-me"


def way_out(address_hash: str) -> str:
    """Return the token of the page where the owner of an address blocks it. It holds no address."""
    return _signer().sign(address_hash)


def hash_in(token: str) -> str:
    """Return the address's hash, or an empty string when this site did not make the token."""
    try:
        return _signer().unsign(token)
    except signing.BadSignature:
        return ""


def is_blocked(address_hash: str) -> bool:
    return BlockedAddress.objects.filter(address_hash=address_hash).exists()


def without_blocked(hashes) -> set[str]:
    """Return those of the hashes that may get a mail nobody asked for, in one query."""
    wanted = set(hashes)
    blocked = BlockedAddress.objects.filter(address_hash__in=wanted)
    return wanted - set(blocked.values_list("address_hash", flat=True))


@transaction.atomic
def block_address(*, address_hash: str) -> None:
    """Write no more unasked mails to an address, and send none of those that wait."""
    BlockedAddress.objects.get_or_create(address_hash=address_hash)
    waiting = OutgoingMail.objects.waiting().filter(kind__in=UNASKED, address_hash=address_hash)
    waiting.update(status=MailStatus.PARKED, to="", text="", last_error="blocked by its owner")


@transaction.atomic
def unblock_address(*, address_hash: str) -> None:
    """Let the address be asked again, as its owner wants."""
    BlockedAddress.objects.filter(address_hash=address_hash).delete()


def _signer() -> signing.Signer:
    return signing.Signer(salt=SALT, sep=".")
