import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("translation", "0002_frozen_sources"),
    ]

    operations = [
        migrations.CreateModel(
            name="TranslatedText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source_text", models.TextField(verbose_name="Danish")),
                ("source_hash", models.CharField(editable=False, max_length=64)),
                ("target_text", models.TextField(verbose_name="translation")),
                (
                    "translated_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, verbose_name="translated"
                    ),
                ),
                (
                    "context",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtail_localize.translationcontext",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.locale",
                    ),
                ),
                (
                    "string",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtail_localize.string",
                    ),
                ),
            ],
            options={
                "verbose_name": "translated text",
                "verbose_name_plural": "translated texts",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("locale", "context", "string"),
                        name="translated_text_once_a_place",
                    )
                ],
            },
        ),
    ]
