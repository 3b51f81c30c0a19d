import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0030_retention"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Look",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("comment", "a comment with its sender"),
                            ("file", "a file of a comment"),
                            ("erasure", "a request for erasure"),
                            ("reports", "reports of a comment"),
                            ("package", "a package for the journal"),
                            ("letters", "a spreadsheet of letters"),
                            ("receipts", "receipts of letters"),
                            ("list", "the list of comments"),
                            ("request", "a request about one’s own data"),
                            ("export", "all of one person’s data"),
                        ],
                        max_length=8,
                        verbose_name="what",
                    ),
                ),
                ("subject", models.PositiveBigIntegerField(default=0, verbose_name="which")),
                ("hour", models.DateTimeField(editable=False)),
                (
                    "at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="when"),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="who",
                    ),
                ),
                (
                    "comment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="looks",
                        to="comments.comment",
                        verbose_name="comment",
                    ),
                ),
            ],
            options={
                "verbose_name": "look at personal data",
                "verbose_name_plural": "who saw what",
                "ordering": ["-at", "-pk"],
                "base_manager_name": "objects",
                "indexes": [
                    models.Index(models.F("at"), name="look_at"),
                    models.Index(models.F("comment"), models.F("at"), name="look_of_comment"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("by"),
                        models.F("kind"),
                        models.F("subject"),
                        models.F("hour"),
                        name="look_once_an_hour",
                    )
                ],
            },
        ),
    ]
