import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("policy", "0013_corrections_of_translations"),
        ("wagtailcore", "0098_apitoken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("translation", "0007_frozen_phrases"),
    ]

    operations = [
        migrations.CreateModel(
            name="MachineText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "texts",
                    models.PositiveIntegerField(verbose_name="texts that a machine translated"),
                ),
                ("approved_at", models.DateTimeField(null=True, verbose_name="approved")),
                (
                    "approved_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "edition_text",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="machine_text",
                        to="policy.editiontext",
                        verbose_name="text",
                    ),
                ),
            ],
            options={
                "verbose_name": "machine translation of an edition",
                "verbose_name_plural": "machine translations of editions",
            },
        ),
    ]
