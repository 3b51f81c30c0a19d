"""Words in braces in the texts of mails."""

import re
from collections.abc import Mapping

from .keys import MailKey

PLACEHOLDER = re.compile(r"\{(\w+)\}")
LETTERHEAD = frozenset({"municipality", "contact_office", "contact_email", "contact_phone"})
ORDER = LETTERHEAD | {"what", "policy", "in_language", "order_url"}
PLACEHOLDERS = {
    MailKey.CONFIRM: LETTERHEAD | {"number", "passage", "confirm_url", "days", "not_me_url"},
    MailKey.RECEIPT: LETTERHEAD
    | {"number", "passage", "received_at", "status_url", "deadline", "answer_by"},
    MailKey.PUBLISHED: LETTERHEAD | {"number", "passage", "comment_url", "answer_by"},
    MailKey.NOTED: LETTERHEAD | {"number", "passage"},
    MailKey.REJECTED: LETTERHEAD | {"number", "passage", "reason_text", "deadline", "rewrite_url"},
    MailKey.ANSWERED: LETTERHEAD | {"number", "passage", "comment_url", "office", "decision_on"},
    MailKey.NEW_ADDRESS: LETTERHEAD | {"number", "passage", "status_url"},
    MailKey.ERASED: LETTERHEAD | {"number", "passage"},
    MailKey.NOT_ERASED: LETTERHEAD | {"number", "passage", "answer"},
    MailKey.HEARING_DATES: LETTERHEAD | {"hearing", "what", "reason", "deadline", "hearing_url"},
    MailKey.FOLLOW: LETTERHEAD | {"what", "rhythm", "confirm_url", "not_me_url", "days"},
    MailKey.FOLLOWED: LETTERHEAD | {"what", "what_url", "news", "unsubscribe_url"},
    MailKey.QUEUE: LETTERHEAD | {"count", "since", "mine", "queue_url", "account_url"},
    MailKey.DUE: LETTERHEAD | {"promises", "overdue", "due_url", "account_url"},
    MailKey.IN_FORCE: LETTERHEAD | {"edition", "policy", "in_force_from", "edition_url"},
    MailKey.TRANSLATION_ORDERED: ORDER | {"deadline", "note", "who"},
    MailKey.TRANSLATION_READY: ORDER | {"who"},
    MailKey.TRANSLATION_BACK: ORDER | {"who", "note"},
    MailKey.TRANSLATION_APPROVED: ORDER | {"who"},
    MailKey.TRANSLATION_DUE: ORDER | {"deadline"},
    MailKey.TRANSLATION_WEEK: LETTERHEAD | {"lines", "desk_url", "account_url"},
}


def unknown_placeholders(key: MailKey, text: str) -> set[str]:
    """Return the placeholders in a text that the mail of this key can't fill."""
    return set(PLACEHOLDER.findall(text)) - PLACEHOLDERS[MailKey(key)]


def fill(text: str, values: Mapping[str, object]) -> str:
    """Put the values in the place of {placeholders}; what is not known stays as it stands.

    One pass: a value that looks like a placeholder is not filled again.
    """
    return PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), text)


def fill_paragraphs(text: str, values: Mapping[str, object]) -> str:
    """Fill a text, leaving out the paragraphs that hold a placeholder with an empty value."""
    paragraphs = text.replace("\r\n", "\n").split("\n\n")
    return "\n\n".join(fill(p, values) for p in paragraphs if not _lacks(p, values)).strip() + "\n"


def _lacks(paragraph, values) -> bool:
    return any(values.get(name, name) in ("", None) for name in PLACEHOLDER.findall(paragraph))
