import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

import comments.models.attachment


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0032_requests_about_ones_own_data"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Minutes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("title", models.CharField(max_length=160, verbose_name="title")),
                ("held_on", models.DateField(verbose_name="held on")),
                ("place", models.CharField(blank=True, max_length=160, verbose_name="place")),
                ("text", models.TextField(blank=True, verbose_name="minutes")),
                (
                    "file",
                    models.FileField(
                        blank=True,
                        storage=comments.models.attachment.private_storage,
                        upload_to="minutes/",
                        verbose_name="file",
                    ),
                ),
                (
                    "file_name",
                    models.CharField(blank=True, max_length=120, verbose_name="name of the file"),
                ),
                ("file_type", models.CharField(blank=True, max_length=40)),
                ("file_sha256", models.CharField(blank=True, max_length=64)),
                (
                    "written_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="written"
                    ),
                ),
                (
                    "removed_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="taken down"),
                ),
                (
                    "hearing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="comments.hearing",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "minutes of a meeting",
                "verbose_name_plural": "minutes of meetings",
                "ordering": ["held_on", "pk"],
            },
        ),
        migrations.CreateModel(
            name="ReportMinutes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("order", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                (
                    "minutes",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="frozen",
                        to="comments.minutes",
                    ),
                ),
                (
                    "report",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="comments.hearingreport",
                    ),
                ),
            ],
            options={
                "verbose_name": "minutes in a report",
                "verbose_name_plural": "minutes in reports",
                "ordering": ["order"],
                "base_manager_name": "objects",
            },
        ),
        migrations.AddConstraint(
            model_name="reportminutes",
            constraint=models.UniqueConstraint(
                models.F("report"), models.F("order"), name="report_minutes_order_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="reportminutes",
            constraint=models.UniqueConstraint(
                models.F("report"), models.F("minutes"), name="report_minutes_once"
            ),
        ),
    ]
