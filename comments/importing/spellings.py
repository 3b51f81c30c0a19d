"""How people write what a field knows by one word: its label in either language, and common words."""

import datetime
import re

from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language_info

from comments.form.fields import Shown
from comments.languages import WRITTEN
from comments.states import BY_HAND, AuthorKind, Source, Stance
from policy.locales import site_languages

SOURCES = {
    Source.LETTER: "brev papir post letter paper",
    Source.EMAIL: "e-mail email mail",
    Source.PHONE: "telefon telefonisk opkald phone call",
    Source.MEETING: "møde borgermøde mundtligt meeting",
}
STANCES = {
    Stance.SUPPORT: "støtter for enig",
    Stance.AGAINST: "imod modstand uenig",
    Stance.QUESTION: "spørger",
}
KINDS = {
    AuthorKind.CITIZEN: "privat person",
    AuthorKind.ASSOCIATION: "forening organisation virksomhed association organisation",
}
SHOWN = {
    Shown.NAME: "ja yes x vis 1 sand true",
    Shown.HIDDEN: "nej no 0 falsk false",
    Shown.MUNICIPALITY: "kommunen municipality",
}
DAY_FIRST = re.compile(r"(\d{1,2})[./-] ?(\d{1,2})[./-] ?(\d{4})\b")
YEAR_FIRST = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\b")


def all_spellings() -> dict[str, dict[str, str]]:
    """Return {field: {word in small letters: value}}; ask once for a file."""
    return {
        "source": _spellings(BY_HAND, SOURCES),
        "stance": _spellings(Stance, STANCES),
        "author_kind": _spellings(AuthorKind, KINDS),
        "shown": _spellings(Shown, SHOWN),
        "language": _languages(),
    }


def _spellings(choices, common) -> dict[str, str]:
    found = {word: choice.value for choice, words in common.items() for word in words.split()}
    for code in site_languages():
        with translation.override(code):
            found |= {str(choice.label).lower(): choice.value for choice in choices}
    return found | {choice.value: choice.value for choice in choices}


def _languages() -> dict[str, str]:
    from_code = {}
    for code in WRITTEN:
        info = get_language_info(code)
        from_code |= {code: code, info["name"].lower(): code, info["name_local"].lower(): code}
        with translation.override(settings.LANGUAGE_CODE):
            from_code[get_language_info(code)["name_translated"].lower()] = code
    return from_code


def day_of(written: str) -> datetime.date | None:
    """Return the day that is written as 2026-11-02, 2.11.2026, 2/11-2026; None for anything else.

    An hour after it is passed over: which day it was is all that counts.
    """
    if found := YEAR_FIRST.match(written):
        year, month, day = found.groups()
    elif found := DAY_FIRST.match(written):
        day, month, year = found.groups()
    else:
        return None
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
