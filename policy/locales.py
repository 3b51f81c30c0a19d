"""The languages of this site: those that an administrator has added, Danish first.

The settings name every language that the site could speak; a site speaks those that have a
`Locale`. It is asked on every request, so what was read is kept in memory for a while.
"""

import time

from django.conf import settings
from django.db import DatabaseError
from django.db.models.signals import post_delete, post_save
from django.utils import translation
from wagtail.models import Locale

KEPT = 30  # seconds until other processes see a language that was added in one of them


class _Known:
    codes: tuple[str, ...] = ()
    read_at = 0.0


def all_languages() -> list[tuple[str, str]]:
    """Return [(code, name)] of all that the site could speak: the choices of a stored code.

    A function, so that a longer list in the settings changes no migration.
    """
    return list(settings.LANGUAGES)


def site_languages() -> tuple[str, ...]:
    """Return the codes in the settings' order. A query now and then; while the database is away none.

    A site that has never reached its database has the source language alone.
    """
    now = time.monotonic()
    if not _Known.codes or now - _Known.read_at > KEPT:
        try:
            remember(Locale.objects.values_list("language_code", flat=True))
        except DatabaseError:
            return _Known.codes or (settings.LANGUAGE_CODE,)
    return _Known.codes


def named_languages() -> list[tuple[str, str]]:
    """Return [(code, name in the reader's language)]: for the forms of staff."""
    names = dict(settings.LANGUAGES)
    return [(code, names[code]) for code in site_languages()]


def language_of_path(path: str) -> str:
    """Return the language that an address begins with, or the source's where it names none of ours."""
    code = translation.get_language_from_path(path)
    if code and code != settings.LANGUAGE_CODE and code in site_languages():
        return code
    return settings.LANGUAGE_CODE


def remember(codes) -> None:
    """Keep the languages that were just read."""
    there = set(codes)
    _Known.codes = tuple(code for code, _name in settings.LANGUAGES if code in there)
    _Known.read_at = time.monotonic()


def forget(**_signal) -> None:
    """Read anew when next asked."""
    _Known.codes = ()


def connect() -> None:
    """Forget what is kept when a language comes or goes in this process."""
    post_save.connect(forget, sender=Locale, dispatch_uid="languages of the site, saved")
    post_delete.connect(forget, sender=Locale, dispatch_uid="languages of the site, deleted")
