import django.utils.timezone
from django.db import migrations, models

import policy.locales


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0009_mails_to_followers_and_staff"),
    ]

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("topic", models.CharField(max_length=60)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("comment", "new comment"),
                            ("answer", "new answer"),
                            ("dates", "other dates"),
                            ("hearing", "new hearing"),
                            ("report", "hearing report"),
                            ("edition", "new edition"),
                        ],
                        max_length=8,
                    ),
                ),
                ("subject", models.BigIntegerField()),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "verbose_name": "notice",
                "verbose_name_plural": "notices",
                "indexes": [
                    models.Index(models.F("topic"), models.F("id"), name="notice_by_topic")
                ],
            },
        ),
        migrations.CreateModel(
            name="Subscription",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("topic", models.CharField(max_length=60, verbose_name="what is followed")),
                ("email", models.EmailField(max_length=254, verbose_name="e-mail")),
                ("address_hash", models.CharField(editable=False, max_length=64)),
                (
                    "language",
                    models.CharField(
                        choices=policy.locales.all_languages,
                        max_length=10,
                        verbose_name="language",
                    ),
                ),
                (
                    "rhythm",
                    models.CharField(
                        choices=[
                            ("at_once", "At once, at most one an hour"),
                            ("daily", "Once a day"),
                            ("weekly", "Once a week"),
                        ],
                        max_length=8,
                        verbose_name="how often",
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now, editable=False, verbose_name="asked for"
                    ),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="confirmed"),
                ),
                (
                    "next_at",
                    models.DateTimeField(
                        default=django.utils.timezone.now,
                        editable=False,
                        verbose_name="next mail not before",
                    ),
                ),
                ("told", models.BigIntegerField(default=0, editable=False)),
            ],
            options={
                "verbose_name": "follower",
                "verbose_name_plural": "followers",
                "indexes": [models.Index(models.F("next_at"), name="follower_due")],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("topic"), models.F("address_hash"), name="followed_once_an_address"
                    )
                ],
            },
        ),
    ]
