"""Words in braces in the pages' texts, filled from the site settings when a page is shown."""

import re
from collections import ChainMap
from collections.abc import Mapping

from django.conf import settings
from django.utils import formats
from django.utils.functional import cached_property
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

from comments.privacy.periods import in_words
from policy.english.words import Words

from .facts import Facts

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")


class Periods(Mapping):
    """What is kept how long ("{keep_email}": "3 months"), asked only by a page that says so."""

    @cached_property
    def words(self) -> dict[str, str]:
        return in_words()

    def __getitem__(self, name: str) -> str:
        if not name.startswith("keep_"):
            raise KeyError(name)
        return self.words[name]

    def __iter__(self):
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)


def values_of(facts: Facts) -> Mapping[str, str]:
    """Return the placeholders there are; what is not set is an empty text."""
    return ChainMap(_of_site(facts), Periods())


def _of_site(facts: Facts) -> dict[str, str]:
    reviewed = facts.statement_reviewed_on
    return {
        "municipality": facts.municipality,
        "place": facts.place,
        "tagline": facts.tagline,
        "office": facts.office,
        "address": facts.postal_address,
        "phone": facts.phone,
        "email": facts.email,
        "dpo_contact": facts.dpo_contact,
        "dpo_email": facts.dpo_contact,
        "was_url": facts.statement_url,
        "was_updated": formats.date_format(reviewed, "DATE_FORMAT") if reviewed else "",
        "site_url": settings.BASE_URL,
        "contact_office": facts.office,
        "contact_address": facts.postal_address,
        "contact_phone": facts.phone,
        "contact_email": facts.email,
    }


def fill(text: str, values: Mapping[str, str]) -> SafeString:
    """Return the text as HTML with its placeholders filled.

    The text is escaped unless it is safe already (rich text is); the values always are, since they
    are words and never markup. One pass, so a value with braces is not filled again. What is not a
    known placeholder stays as it stands.
    """
    html = conditional_escape(text)
    filled = PLACEHOLDER.sub(lambda m: _escaped(values[m[1]]) if m[1] in values else m[0], html)
    return mark_safe(filled)  # noqa: S308  text and values are escaped above  # nosec B308 B703


def _escaped(value: str) -> SafeString:
    """A period of time may be English for want of a translation: what is filled goes onto a page."""
    return value.marked() if isinstance(value, Words) else escape(value)
