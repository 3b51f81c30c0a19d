"""The secret by which a sender follows a comment. It is made of the form's nonce and never stored.

Made and not drawn, so that the same form sent twice gets the same receipt.
"""

import base64
import hashlib
import hmac

from django.conf import settings

SECRET_BYTES = 24  # 192 bits, 32 characters


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
