"""Write mails. Only rows: whoever calls it is in the middle of a transaction."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import make_msgid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone, translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from policy.locales import site_languages

from .blocking import UNASKED, without_blocked
from .keys import MailKey
from .letterhead import letterhead
from .models import MailStatus, OutgoingMail
from .texts import Letters

MAILS_A_DAY = 3
DAY = datetime.timedelta(days=1)
NO_TIME = datetime.timedelta()


@dataclass(frozen=True)
class Draft:
    """A mail to be written. `cause` names what it is about, once for each kind: "comment:12"."""

    cause: str
    to: str
    language: str
    values: Mapping[str, object]


def write(kind: MailKey, drafts: Sequence[Draft], wait: datetime.timedelta = NO_TIME) -> None:
    """Queue mails of one kind, in a fixed number of queries; a cause that has its mail is passed over.

    A language without texts becomes Danish. An address that can't be one is parked at once, with
    the reason: it would fail at every try. Line breaks can't get into a header from here. An address
    whose owner blocked it gets nothing that she did not ask for. None leaves before `wait` is over.
    """
    if kind in UNASKED:
        welcome = without_blocked(address_hash(draft.to) for draft in drafts)
        drafts = [draft for draft in drafts if address_hash(draft.to) in welcome]
    letters = Letters(kind)
    languages = {known_language(draft.language) for draft in drafts}
    heads = {language: letterhead(language) for language in sorted(languages)}
    rows = [_row(kind, draft, letters, heads) for draft in drafts]
    for row in rows:
        row.due_at += wait
    OutgoingMail.objects.bulk_create(rows, ignore_conflicts=True)


def _row(kind, draft, letters, heads) -> OutgoingMail:
    language = known_language(draft.language)
    words = letters.fill(language, {**heads[language], **draft.values})
    fault = _fault(draft.to)
    return OutgoingMail(
        kind=kind,
        cause=draft.cause,
        to="" if fault else draft.to,
        address_hash=address_hash(draft.to),
        language=language,
        subject=words.subject,
        unsubscribe_url=draft.values.get("unsubscribe_url", ""),
        text=_with_way_out(words.text, draft.values.get("not_me_url", ""), language),
        message_id=make_msgid(domain=_domain()),
        status=MailStatus.PARKED if fault else MailStatus.WAITING,
        last_error=fault,
    )


def _with_way_out(text: str, url: str, language: str) -> str:
    """Put "it was not me" below a mail whose own text, written by the municipality, forgot it."""
    if not url or url in text:
        return text
    with translation.override(language):
        return f"{text}\n{_('Was it not you? Say so here:')}\n{url}\n"


def mails_are_used_up(kind: MailKey, to: str) -> bool:
    """Say whether the address had its mails of that kind for today: it may not be the sender's own."""
    return earlier(kind, to, DAY).count() >= MAILS_A_DAY


def earlier(kind: MailKey, to: str, within: datetime.timedelta):
    """Return the mails of a kind that were written to an address within that time, newest first."""
    since = timezone.now() - within
    mails = OutgoingMail.objects.filter(
        kind=kind, address_hash=address_hash(to), created_at__gt=since
    )
    return mails.order_by("-created_at", "-pk")


def forget_parked(to: str) -> None:
    """Empty the mails to an address that were given up; those that were sent are empty already."""
    parked = OutgoingMail.objects.filter(address_hash=address_hash(to), status=MailStatus.PARKED)
    parked.update(to="", text="")


def address_hash(address: str) -> str:
    """Return what counts mails to an address after it is forgotten.

    "anna+1@x.dk" and "Anna@x.dk" are one mailbox to whoever floods it.
    """
    name, _at, host = address.strip().lower().rpartition("@")
    mailbox = f"{name.split('+', 1)[0]}@{host}"
    return salted_hmac("notifications.address", mailbox, algorithm="sha256").hexdigest()


def language_for(comment) -> str:
    """Return the language of mails to a comment's sender: of the page that she wrote on."""
    sender = getattr(comment, "sender", None)
    return known_language(sender and sender.mail_language or comment.language)


def known_language(language: str) -> str:
    return language if language in site_languages() else settings.LANGUAGE_CODE


def _fault(address: str) -> str:
    try:
        validate_email(address)
    except ValidationError:
        return "not an address"
    return ""


def _domain() -> str:
    return settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(" >") or "localhost"
