import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("policy", "0013_corrections_of_translations"),
        ("wagtailcore", "0094_alter_page_locale"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="TranslationOrder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("ordered", "ordered"),
                            ("in_work", "in work"),
                            ("ready", "being read through"),
                            ("approved", "approved"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="ordered",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("deadline", models.DateField(blank=True, null=True, verbose_name="deadline")),
                ("note", models.TextField(blank=True, verbose_name="note to the translator")),
                (
                    "ordered_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="ordered"),
                ),
                (
                    "prepared_at",
                    models.DateTimeField(
                        help_text="When its text was laid out at the desk.",
                        null=True,
                        verbose_name="prepared",
                    ),
                ),
                ("fault", models.TextField(blank=True, verbose_name="why it can’t be translated")),
                (
                    "edition",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="translation_orders",
                        to="policy.edition",
                        verbose_name="edition",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="language",
                    ),
                ),
                (
                    "ordered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="ordered by",
                    ),
                ),
                (
                    "policy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="translation_orders",
                        to="policy.policy",
                    ),
                ),
                (
                    "translated_by",
                    models.ForeignKey(
                        help_text="Who sent it to be read through.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="translated by",
                    ),
                ),
                (
                    "translator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="translator",
                    ),
                ),
            ],
            options={
                "verbose_name": "translation order",
                "verbose_name_plural": "translation orders",
                "permissions": [
                    ("order_translation", "Can order translations"),
                    ("approve_translation", "Can approve translations"),
                ],
            },
        ),
        migrations.CreateModel(
            name="OrderMove",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "action",
                    models.CharField(
                        choices=[
                            ("order", "ordered"),
                            ("begin", "begun"),
                            ("hand_in", "sent to be read through"),
                            ("send_back", "sent back"),
                            ("approve", "approved"),
                            ("publish", "published"),
                            ("withdraw", "withdrawn"),
                        ],
                        max_length=10,
                        verbose_name="action",
                    ),
                ),
                (
                    "from_state",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ordered", "ordered"),
                            ("in_work", "in work"),
                            ("ready", "being read through"),
                            ("approved", "approved"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=10,
                        verbose_name="from",
                    ),
                ),
                (
                    "to_state",
                    models.CharField(
                        choices=[
                            ("ordered", "ordered"),
                            ("in_work", "in work"),
                            ("ready", "being read through"),
                            ("approved", "approved"),
                            ("published", "published"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=10,
                        verbose_name="to",
                    ),
                ),
                (
                    "at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="at"
                    ),
                ),
                ("note", models.TextField(blank=True, verbose_name="note")),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "order",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="moves",
                        to="translation.translationorder",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of an order",
                "verbose_name_plural": "steps of orders",
                "ordering": ["at", "pk"],
                "base_manager_name": "objects",
            },
        ),
        migrations.AddIndex(
            model_name="translationorder",
            index=models.Index(models.F("state"), models.F("deadline"), name="order_by_deadline"),
        ),
        migrations.AddConstraint(
            model_name="translationorder",
            constraint=models.UniqueConstraint(
                models.F("edition"),
                models.F("locale"),
                condition=models.Q(
                    ("edition__isnull", False),
                    ("state__in", ["approved", "in_work", "ordered", "ready"]),
                ),
                name="order_open_once_an_edition",
            ),
        ),
        migrations.AddConstraint(
            model_name="translationorder",
            constraint=models.UniqueConstraint(
                models.F("policy"),
                models.F("locale"),
                condition=models.Q(
                    ("edition__isnull", True),
                    ("state__in", ["approved", "in_work", "ordered", "ready"]),
                ),
                name="order_open_once_a_policy",
            ),
        ),
    ]
