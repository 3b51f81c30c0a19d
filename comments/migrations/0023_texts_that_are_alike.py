import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0022_waiting_files"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="commenttext",
            name="mark",
            field=models.CharField(blank=True, editable=False, max_length=64),
        ),
        migrations.CreateModel(
            name="TextFamily",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("shape", models.BinaryField()),
                (
                    "first",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="comments.commenttext",
                    ),
                ),
                (
                    "hearing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="comments.hearing",
                    ),
                ),
            ],
            options={
                "verbose_name": "family of texts",
                "verbose_name_plural": "families of texts",
            },
        ),
        migrations.CreateModel(
            name="FamilyBand",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("value", models.BigIntegerField()),
                (
                    "family",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bands",
                        to="comments.textfamily",
                    ),
                ),
            ],
            options={
                "verbose_name": "band of a family",
                "verbose_name_plural": "bands of families",
            },
        ),
        migrations.AddField(
            model_name="commenttext",
            name="family",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="texts",
                to="comments.textfamily",
            ),
        ),
        migrations.AddIndex(
            model_name="commenttext",
            index=models.Index(models.F("mark"), name="identical_texts"),
        ),
        migrations.AddIndex(
            model_name="commenttext",
            index=models.Index(
                condition=models.Q(("family", None)),
                fields=["role", "id"],
                name="texts_without_a_family",
            ),
        ),
        migrations.AddIndex(
            model_name="familyband",
            index=models.Index(models.F("value"), models.F("family"), name="family_by_band"),
        ),
    ]
