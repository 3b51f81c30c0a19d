"""Remember of each translation that is there what it was made of: its own Danish string."""

import hashlib

from django.db import migrations

ROWS = 500


def remember(apps, schema_editor):
    """Write a row for each translation that stands at a place and has no fault."""
    translations = apps.get_model("wagtail_localize", "StringTranslation").objects
    remembered = apps.get_model("translation", "TranslatedText")
    there = translations.filter(has_error=False).exclude(context=None)
    batch = []
    for row in there.select_related("translation_of").order_by("pk").iterator(ROWS):
        danish = row.translation_of.data
        batch.append(
            remembered(
                locale_id=row.locale_id,
                context_id=row.context_id,
                string_id=row.translation_of_id,
                source_text=danish,
                source_hash=hashlib.sha256(danish.encode()).hexdigest(),
                target_text=row.data,
                translated_at=row.updated_at,
            )
        )
        if len(batch) == ROWS:
            remembered.objects.bulk_create(batch, ignore_conflicts=True)
            batch = []
    remembered.objects.bulk_create(batch, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("translation", "0003_translated_texts")]

    operations = [migrations.RunPython(remember, migrations.RunPython.noop)]
