"""The secret by which a sender follows a comment, and the proof that an address is hers. Neither is
stored.

The secret is made of the form's nonce and not drawn, so that the same form sent twice gets the same
receipt.
"""

import base64
import datetime
import hashlib
import hmac
import secrets

from django.conf import settings
from django.utils import timezone

SECRET_BYTES = 24  # 192 bits, 32 characters
PROOF_DAYS = 7  # a mail may be on its way for four days when a server is down


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

    Made of the receipt's secret, the address and the day, so nothing is stored. Whoever has the
    receipt but not the mail can't make it.
    """
    day = _day(at or timezone.now())
    return f"{day}-{_proof(secret, email, day)}"


def is_proof(proof: str, secret: str, email: str, *, at: datetime.datetime | None = None) -> bool:
    """Tell whether `proof` was made for this receipt and address in the last `PROOF_DAYS` days."""
    day, _dash, mark = proof.partition("-")
    if not (day.isascii() and day.isdecimal() and len(day) < 10 and mark.isascii()):
        return False
    age = _day(at or timezone.now()) - int(day)
    expected = _proof(secret, email, int(day))
    return hmac.compare_digest(mark, expected) and 0 <= age <= PROOF_DAYS


def draw_secret() -> str:
    """Return a new secret for a receipt whose old one is lost: drawn, since no form made it."""
    return secrets.token_urlsafe(SECRET_BYTES)


def _proof(secret: str, email: str, day: int) -> str:
    key = settings.RECEIPT_KEY.encode()
    message = f"e-mail {day} {secret} {email}".encode("utf-8", "surrogatepass")
    digest = hmac.new(key, message, hashlib.sha256).digest()
    return base64.urlsafe_b64encode(digest[:SECRET_BYTES]).decode().rstrip("=")


def _day(at: datetime.datetime) -> int:
    return int(at.timestamp()) // (24 * 60 * 60)
