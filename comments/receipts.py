"""The secret by which a sender follows a comment, and the proof that an address is hers. Neither is
stored.

The secret is made of the form's nonce and not drawn, so that the same form sent twice gets the same
receipt.
"""

import base64
import datetime
import enum
import hashlib
import hmac
import secrets

from django.conf import settings
from django.utils import timezone

SECRET_BYTES = 24  # 192 bits, 32 characters
PROOF_HOURS = 48


class Proof(enum.Enum):
    """What is brought back from a mail. An old one was good once."""

    GOOD = enum.auto()
    OLD = enum.auto()
    WRONG = enum.auto()


def secret_for(nonce: str) -> str:
    """Return the receipt's secret for a form's nonce; nobody can make it without `RECEIPT_KEY`."""
    key = settings.RECEIPT_KEY.encode()
    digest = hmac.new(key, nonce.encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:SECRET_BYTES]).decode().rstrip("=")


def hash_of(value: str) -> str:
    """Return what is stored of a nonce or a secret: SHA-256 in hex.

    Looking a secret up by its hash takes the same time whatever part of it was guessed.
    """
    return hashlib.sha256(value.encode("utf-8", "surrogatepass")).hexdigest()


def proof_for(secret: str, email: str, *, at: datetime.datetime | None = None) -> str:
    """Return what only the mail to `email` holds: who brings it back owns the address.

    Made of the receipt's secret, the address and the second, so nothing is stored, and another
    address makes it worthless. Whoever has the receipt but not the mail can't make it.
    """
    second = _second(at or timezone.now())
    return f"{second}-{_proof(secret, email, second)}"


def check_proof(
    proof: str, secret: str, email: str, *, at: datetime.datetime | None = None
) -> Proof:
    """Tell whether `proof` was made for this receipt and address, in the last `PROOF_HOURS`."""
    second, _dash, mark = proof.partition("-")
    if not (second.isascii() and second.isdecimal() and len(second) < 12 and mark.isascii()):
        return Proof.WRONG
    age = _second(at or timezone.now()) - int(second)
    if not hmac.compare_digest(mark, _proof(secret, email, int(second))) or age < 0:
        return Proof.WRONG
    return Proof.GOOD if age <= PROOF_HOURS * 60 * 60 else Proof.OLD


def draw_secret() -> str:
    """Return a new secret for a receipt whose old one is lost: drawn, since no form made it."""
    return secrets.token_urlsafe(SECRET_BYTES)


def _proof(secret: str, email: str, second: int) -> str:
    key = settings.RECEIPT_KEY.encode()
    message = f"e-mail {second} {secret} {email}".encode("utf-8", "surrogatepass")
    digest = hmac.new(key, message, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:SECRET_BYTES]).decode().rstrip("=")


def _second(at: datetime.datetime) -> int:
    return int(at.timestamp())
