"""The report form's token: which comment, when, and a nonce. See `comments.tokens`."""

import secrets
import time
from dataclasses import dataclass

from django.core import signing

from comments.tokens import OLDEST

SALT = "comments.report"


@dataclass(frozen=True)
class ReportToken:
    """What a form was issued for."""

    comment_id: int
    issued_at: float
    nonce: str

    @property
    def is_expired(self) -> bool:
        return time.time() - self.issued_at > OLDEST

    def sealed(self) -> str:
        """Return the token as it stands in the form."""
        payload = [self.comment_id, round(self.issued_at * 1000), self.nonce]
        return signing.Signer(salt=SALT).sign_object(payload)


def issue(comment_id: int) -> ReportToken:
    """Return a new token, issued now, with a nonce of its own."""
    return ReportToken(comment_id, time.time(), secrets.token_urlsafe(18))


def read(sealed: str) -> ReportToken | None:
    """Return the token that a form brought back, or None when this site did not make it."""
    try:
        comment_id, issued_ms, nonce = signing.Signer(salt=SALT).unsign_object(sealed)
    except (signing.BadSignature, ValueError):
        return None
    return ReportToken(comment_id, issued_ms / 1000, nonce)
