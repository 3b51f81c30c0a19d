"""The form's token: which text the citizen saw, when, and a nonce. It stands in for a CSRF cookie.

It proves that the form came from this site and what stood beside it; that the browser sent it from
this site's own page is the `Origin` rule's part (`comments.origin`).
"""

import datetime
import secrets
import time
from dataclasses import dataclass

from django.core import signing

SALT = "comments.form"
OLDEST = 24 * 60 * 60  # seconds; less than 20 hours would be outside WCAG 2.2.1
FASTEST = 3  # seconds that nobody who reads needs less than


@dataclass(frozen=True)
class FormToken:
    """What a form was issued for. `wording_id` is None when it is about the whole text."""

    hearing_id: int
    edition_text_id: int
    wording_id: int | None
    issued_at: float
    nonce: str

    @property
    def age(self) -> float:
        """Seconds since it was issued."""
        return time.time() - self.issued_at

    @property
    def issued(self) -> datetime.datetime:
        """When it was issued, to be held against a hearing's dates."""
        return datetime.datetime.fromtimestamp(self.issued_at, tz=datetime.UTC)

    @property
    def is_expired(self) -> bool:
        return self.age > OLDEST

    @property
    def is_hasty(self) -> bool:
        return self.age < FASTEST

    def sealed(self) -> str:
        """Return the token as it stands in the form."""
        payload = [
            self.hearing_id,
            self.edition_text_id,
            self.wording_id,
            round(self.issued_at * 1000),
            self.nonce,
        ]
        return signing.Signer(salt=SALT).sign_object(payload)


def issue(*, hearing_id: int, edition_text_id: int, wording_id: int | None) -> FormToken:
    """Return a new token, issued now, with a nonce of its own."""
    return FormToken(
        hearing_id, edition_text_id, wording_id, time.time(), secrets.token_urlsafe(18)
    )


def read(sealed: str) -> FormToken | None:
    """Return the token that a form brought back, or None when this site did not make it."""
    try:
        payload = signing.Signer(salt=SALT).unsign_object(sealed)
    except (signing.BadSignature, ValueError):
        return None
    hearing_id, edition_text_id, wording_id, issued_ms, nonce = payload
    return FormToken(hearing_id, edition_text_id, wording_id, issued_ms / 1000, nonce)
