"""Keep what each translation was made of, whoever made it: the desk, wagtail-localize's editor, a PO file."""

from collections.abc import Iterable

from django.db.models.signals import post_save
from django.utils import timezone
from wagtail_localize.models import StringTranslation

from .models import TranslatedText
from .models.remembered import hash_of

PLACE = ["locale", "context", "string"]
WORDS = ["source_text", "source_hash", "target_text", "translated_at"]


def connect() -> None:
    """Listen to every translation that is saved. What is written in bulk calls `remember` itself."""
    post_save.connect(
        remember_saved, sender=StringTranslation, dispatch_uid="remember translations"
    )


def remember_saved(sender, instance, raw=False, **kwargs) -> None:
    """Remember one translation; one with a fault is none."""
    if raw or instance.context_id is None:
        return
    if instance.has_error:
        place = {"locale": instance.locale_id, "context": instance.context_id}
        TranslatedText.objects.filter(**place, string=instance.translation_of_id).delete()
    else:
        remember([instance])


def remember(translations: Iterable[StringTranslation]) -> None:
    """Remember translations as of now, in one statement for each thousand.

    Their `translation_of` is read one by one where it was not selected.
    """
    now = timezone.now()
    rows = [
        TranslatedText(
            locale_id=row.locale_id,
            context_id=row.context_id,
            string_id=row.translation_of_id,
            source_text=row.translation_of.data,
            source_hash=hash_of(row.translation_of.data),
            target_text=row.data,
            translated_at=now,
        )
        for row in translations
    ]
    TranslatedText.objects.bulk_create(
        rows, batch_size=1000, update_conflicts=True, unique_fields=PLACE, update_fields=WORDS
    )
