"""Mark and approve machine translations.

wagtail-localize writes who translated each text, a person or a machine; a person who saves it makes
it her own there. A frozen text keeps a row of its own, since it can't be changed.
"""

import datetime
from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from wagtail_localize.models import StringSegment, StringTranslation

from policy.models import EditionText
from translation.exchange.texts import Text
from translation.models import MachineText

MACHINE = StringTranslation.TRANSLATION_TYPE_MACHINE


def mark_edition(edition_text: EditionText, texts: Iterable[Text]) -> None:
    """Write down with a frozen text that a machine wrote some of it, if one did."""
    number = sum(text.is_machine for text in texts)
    if number:
        MachineText.objects.create(edition_text=edition_text, texts=number)


def unread_of(edition_text: EditionText, page=None) -> MachineText | None:
    """Return what no person has read of a frozen translation, or None. No query for Danish."""
    if edition_text.is_authoritative:
        return None
    return MachineText.objects.unread().filter(edition_text=edition_text).first()


def is_live_text_unread(page) -> bool:
    """Say whether a machine translated a text of this page that nobody has read. No query for Danish."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return False
    return unread_texts(page.locale).filter(context__object=page.translation_key).exists()


def unread_texts(locale):
    """Return the machine's translations that are in use in a language and no person has read."""
    in_use = StringSegment.objects.filter(
        context=OuterRef("context"), string=OuterRef("translation_of")
    )
    return (
        StringTranslation.objects.filter(locale=locale, translation_type=MACHINE)
        .filter(Exists(in_use))
        .select_related("translation_of", "context")
        .order_by("context__object", "pk")
    )


@transaction.atomic
def approve_texts(*, texts, user, at: datetime.datetime | None = None) -> int:
    """Say that a person has read these translations as they are; return how many.

    `texts` is [(id, the words that were read)]. What has other words by now is not approved.
    """
    read = dict(texts)
    rows = StringTranslation.objects.select_for_update(of=("self",)).filter(
        pk__in=read, translation_type=MACHINE
    )
    ids = [row.pk for row in rows if row.data == read[row.pk]]
    return StringTranslation.objects.filter(pk__in=ids).update(
        translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
        last_translated_by=user,
        updated_at=at or timezone.now(),
    )


@transaction.atomic
def approve_edition(
    *, machine_text: MachineText, user, at: datetime.datetime | None = None
) -> None:
    """Say that a person has read a frozen translation. Said twice, the first person stays."""
    MachineText.objects.unread().filter(pk=machine_text.pk).update(
        approved_at=at or timezone.now(), approved_by=user
    )
