"""Type in what came by other ways than the form: on paper, by e-mail, by telephone, at a meeting."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.errors import HearingNotOpen, NotPossible
from comments.models import Hearing
from comments.receipts import hash_of, secret_for
from comments.states import BY_HAND
from policy.models import Wording

from .submit import Submission, submit

# So long after its end, what came in time is still typed in.
LATE = datetime.timedelta(days=28)
NOON = datetime.time(12)


@transaction.atomic
def enter(
    *,
    hearing: Hearing,
    wording: Wording | None,
    by,
    nonce: str,
    source: str,
    received_on: datetime.date,
    **words,
) -> Submission:
    """Receive a comment that came to the municipality on the Danish day `received_on`.

    `by` is the member of staff who types it in; the same `nonce` from her again is the same comment.
    `words` are those of `submit`: text, language, author_kind, name, stance and the others. It waits
    for a moderator like any other. Raises `HearingNotOpen` when it did not come in time or the
    hearing ended more than `LATE` ago, `NotPossible` for an unknown way or an empty text.
    """
    if source not in BY_HAND:
        raise NotPossible(_("Choose how it came."))
    check_still_possible(hearing)
    return submit(
        hearing=hearing,
        edition_text=hearing.edition.texts.get(is_authoritative=True),
        wording=wording,
        nonce=nonce_of(by, nonce),
        source=source,
        received_at=moment_of(hearing, received_on),
        by=by,
        entered_at=timezone.now(),
        **words,
    )


def check_still_possible(hearing: Hearing) -> None:
    """Raise `HearingNotOpen` before a hearing begins and when `LATE` is over."""
    now = timezone.now()
    if hearing.opens_at > now:
        raise HearingNotOpen(_("The hearing has not begun."))
    if hearing.ends_at and now > hearing.ends_at + LATE:
        raise HearingNotOpen(
            _("The hearing closed more than %(days)s days ago. Nothing can be typed in any more.")
            % {"days": LATE.days}
        )


def moment_of(hearing: Hearing, day: datetime.date) -> datetime.datetime:
    """Return the instant that stands for a day of which no hour is known: noon in Denmark, or the
    nearest instant within the hearing. Raises `HearingNotOpen` for a day outside it, `NotPossible`
    for one to come.
    """
    now = timezone.now()
    if day > timezone.localdate(now):
        raise NotPossible(_("A comment can’t have come in the future."))
    ends_at = hearing.ends_at
    is_early = day < timezone.localdate(hearing.opens_at)
    if is_early or (ends_at and day > timezone.localdate(ends_at)):
        raise HearingNotOpen(_("It did not come while the hearing was open."))
    noon = datetime.datetime.combine(day, NOON, tzinfo=timezone.get_default_timezone())
    return max(hearing.opens_at, min(noon, now, ends_at or now))


def nonce_of(by, nonce: str) -> str:
    """Return a nonce that is one person's: nobody gets another's receipt by repeating hers."""
    return f"entry {by.pk} {nonce}"


def entry_of(by, nonce: str) -> tuple[str, str]:
    """Return (hash of the submission, receipt's secret) of what somebody typed in with a nonce."""
    own = nonce_of(by, nonce)
    return hash_of(own), secret_for(own)
