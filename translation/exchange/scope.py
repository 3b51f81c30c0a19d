"""What a person may take out in a language and bring in again."""

import uuid

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist
from wagtail.models import Locale
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import user_can_edit_instance

from policy.models import EditionText
from translation.permissions import user_can_follow_translations
from translation.scope import user_can_work_in

from .texts import Text, texts_of, texts_of_edition
from .writing import EDITION_HEADER

# As many objects as one file may hold: each is asked for the right to change it.
MOST_OBJECTS = 200


def locales_of(user) -> list[Locale]:
    """Return the languages that somebody may exchange; none without the right to translate."""
    if not user_can_follow_translations(user):
        return []
    locales = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)
    return [
        locale
        for locale in locales.order_by("language_code")
        if user_can_work_in(user, [locale.pk])
    ]


def translations_into(locale):
    """Return what is translated into a language, by name."""
    return (
        Translation.objects.filter(target_locale=locale, enabled=True)
        .filter(source__locale__language_code=settings.LANGUAGE_CODE)
        .select_related("source", "source__specific_content_type", "target_locale")
        .defer("source__content_json")
        .order_by("source__object_repr", "pk")
    )


def may_change(user, translation) -> bool:
    """Say whether somebody may change the page or snippet that a translation makes."""
    try:
        return user_can_edit_instance(user, translation.get_target_instance())
    except ObjectDoesNotExist:
        return False


def texts_named_in(po, locale, user) -> list[Text]:
    """Return the texts that a file speaks of and the user may change; of no others is anything said."""
    keys = {key for entry in po if (key := _key_of(entry.msgctxt))}
    if len(keys) > MOST_OBJECTS:
        return []
    found = translations_into(locale).filter(source__object_id__in=keys)
    allowed = [translation for translation in found if may_change(user, translation)]
    edition_text = _edition_named_in(po)
    if edition_text is None:
        return texts_of(allowed)
    policies = {translation.source.object_id for translation in allowed}
    if edition_text.edition.policy_id not in policies:
        return []
    return texts_of_edition(edition_text, locale)


def number_of(given: str) -> int:
    """Return the number of a row that a form or a file names; 0, which is none, for anything else."""
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 10 else 0


def _edition_named_in(po) -> EditionText | None:
    number = number_of(po.metadata.get(EDITION_HEADER, "").strip())
    if not number:
        return None
    texts = EditionText.objects.filter(edition=number, is_authoritative=True)
    return texts.select_related("edition").first()


def _key_of(context: str | None) -> str:
    key, slash, _path = (context or "").partition("/")
    try:
        return str(uuid.UUID(key)) if slash and len(key) == 36 else ""
    except ValueError:
        return ""
