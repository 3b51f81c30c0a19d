import django.core.validators
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0029_reading_in_order"),
    ]

    operations = [
        migrations.CreateModel(
            name="RetentionRun",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "started_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="began"),
                ),
                ("ended_at", models.DateTimeField(verbose_name="ended")),
                ("counts", models.JSONField(default=dict)),
                ("failed", models.JSONField(default=list)),
            ],
            options={
                "verbose_name": "run of the retention job",
                "verbose_name_plural": "runs of the retention job",
                "ordering": ["-pk"],
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="RetentionSetting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "email_months",
                    models.PositiveIntegerField(
                        default=3,
                        help_text="Months after the decision on the hearing, or after the answer outside hearings.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="e-mail addresses and names that are not shown",
                    ),
                ),
                (
                    "email_longest_months",
                    models.PositiveIntegerField(
                        default=24,
                        help_text="Months after the hearing closed, or after the comment came.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="the same where no decision was written down",
                    ),
                ),
                (
                    "rejected_months",
                    models.PositiveIntegerField(
                        default=12,
                        help_text="Months after the rejection.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="texts of rejected comments",
                    ),
                ),
                (
                    "withdrawn_months",
                    models.PositiveIntegerField(
                        default=6,
                        help_text="Months after the withdrawal.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="texts of withdrawn comments",
                    ),
                ),
                (
                    "noted_months",
                    models.PositiveIntegerField(
                        default=24,
                        help_text="Months after they were read.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="texts for the municipality only",
                    ),
                ),
                (
                    "originals_months",
                    models.PositiveIntegerField(
                        default=12,
                        help_text="Months after the last decision.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="originals of shortened comments",
                    ),
                ),
                (
                    "files_months",
                    models.PositiveIntegerField(
                        default=12,
                        help_text="Months after the last decision on their comment.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="files that are not shown",
                    ),
                ),
                (
                    "reports_months",
                    models.PositiveIntegerField(
                        default=6,
                        help_text="Months after the report was handled.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="what readers reported",
                    ),
                ),
                (
                    "mail_days",
                    models.PositiveIntegerField(
                        default=30,
                        help_text="Days after they were written.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(3650),
                        ],
                        verbose_name="mails that were given up",
                    ),
                ),
                (
                    "mail_trace_months",
                    models.PositiveIntegerField(
                        default=12,
                        help_text="Months; of the address only a hash is kept.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="that a mail was sent",
                    ),
                ),
                (
                    "logins_days",
                    models.PositiveIntegerField(
                        default=30,
                        help_text="Days.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(3650),
                        ],
                        verbose_name="attempts to log in, and ended sessions",
                    ),
                ),
                (
                    "looks_months",
                    models.PositiveIntegerField(
                        default=12,
                        help_text="Months.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="who saw what",
                    ),
                ),
                (
                    "requests_months",
                    models.PositiveIntegerField(
                        default=36,
                        help_text="Months after they were answered.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(120),
                        ],
                        verbose_name="requests about one’s own data",
                    ),
                ),
                (
                    "server_log_days",
                    models.PositiveIntegerField(
                        default=30,
                        help_text="Days, as your operator has set them. The site only states them to citizens.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(3650),
                        ],
                        verbose_name="the server’s own log",
                    ),
                ),
                (
                    "needs_journal",
                    models.BooleanField(
                        default=True,
                        help_text="Texts and files of a hearing are deleted only when a package of the whole hearing was made for the journal after the last decision on them.",
                        verbose_name="Wait for the journal",
                    ),
                ),
            ],
            options={
                "verbose_name": "how long what is kept",
                "verbose_name_plural": "how long what is kept",
            },
        ),
        migrations.CreateModel(
            name="ErasureMark",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=12, verbose_name="kind")),
                ("key", models.CharField(max_length=160)),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
            ],
            options={
                "verbose_name": "mark of an erasure",
                "verbose_name_plural": "marks of erasures",
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(
                        models.F("kind"), models.F("key"), name="erasure_marked_once"
                    )
                ],
            },
        ),
    ]
