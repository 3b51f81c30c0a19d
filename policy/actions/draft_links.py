"""Make and revoke links by which somebody without a login reads the newest draft."""

import datetime
import hashlib
import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from policy.errors import Refused
from policy.models import DraftLink, PolicyPage

from .notes import needed

USUAL_DAYS, MOST_DAYS = 14, 90


def hash_of(secret: str) -> str:
    """Return what is stored of a secret. It is random and long: nobody can search for its hash."""
    return hashlib.sha256(secret.encode()).hexdigest()


@transaction.atomic
def make_draft_link(
    *,
    page: PolicyPage,
    label: str,
    user,
    days: int = USUAL_DAYS,
    at: datetime.datetime | None = None,
) -> tuple[DraftLink, str]:
    """Return a new link and its secret, which is known now and never again.

    `label` says for whom it is. It expires after so many days, 1 to `MOST_DAYS`; raises `Refused`
    for any other number, and without a label.
    """
    at = at or timezone.now()
    if not 1 <= days <= MOST_DAYS:
        raise Refused(_("A link lasts from 1 to %(most)s days.") % {"most": MOST_DAYS})
    secret = secrets.token_urlsafe(32)
    link = DraftLink.objects.create(
        page=page,
        label=needed(label, _("Write for whom the link is."))[:120],
        secret_hash=hash_of(secret),
        expires_at=at + datetime.timedelta(days=days),
        created_by=user,
        created_at=at,
    )
    return link, secret


@transaction.atomic
def revoke_draft_link(*, link: DraftLink, at: datetime.datetime | None = None) -> None:
    """Make the link open nothing any more. Revoking twice keeps the first instant."""
    DraftLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=at or timezone.now())
