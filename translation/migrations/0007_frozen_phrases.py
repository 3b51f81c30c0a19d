import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("policy", "0013_corrections_of_translations"),
        ("wagtailcore", "0098_apitoken"),
        ("translation", "0006_po_imports"),
    ]

    operations = [
        migrations.CreateModel(
            name="FrozenPhrase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source_hash", models.UUIDField()),
                ("data", models.TextField(verbose_name="translation")),
                (
                    "edition_text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="policy.editiontext",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                    ),
                ),
            ],
            options={
                "verbose_name": "phrase of a frozen translation",
                "verbose_name_plural": "phrases of frozen translations",
                "indexes": [
                    models.Index(fields=["source_hash", "locale"], name="frozen_phrases_by_source")
                ],
            },
        ),
    ]
