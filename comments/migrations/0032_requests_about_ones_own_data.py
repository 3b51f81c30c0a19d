import django.db.models.deletion
import django.db.models.functions.datetime
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0031_who_saw_what"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="PersonRequest",
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
                            ("access", "to see one’s data"),
                            ("erasure", "to have one’s data deleted"),
                            ("correct", "to have something corrected"),
                            ("object", "to object"),
                        ],
                        max_length=8,
                        verbose_name="asks",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("received", "received"),
                            ("handled", "being handled"),
                            ("answered", "answered"),
                        ],
                        default="received",
                        max_length=8,
                        verbose_name="status",
                    ),
                ),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="name")),
                ("words", models.TextField(blank=True, verbose_name="what is asked")),
                (
                    "received_on",
                    models.DateField(
                        default=django.utils.timezone.localdate, verbose_name="received"
                    ),
                ),
                ("due_on", models.DateField(verbose_name="due")),
                (
                    "extended_because",
                    models.TextField(blank=True, verbose_name="why it takes longer"),
                ),
                (
                    "answered_at",
                    models.DateTimeField(editable=False, null=True, verbose_name="answered at"),
                ),
                ("answer", models.TextField(blank=True, verbose_name="answer")),
                (
                    "comments",
                    models.ManyToManyField(
                        blank=True, related_name="person_requests", to="comments.comment"
                    ),
                ),
                (
                    "erasure",
                    models.OneToOneField(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="registered",
                        to="comments.erasurerequest",
                    ),
                ),
            ],
            options={
                "verbose_name": "request about one’s own data",
                "verbose_name_plural": "requests about one’s own data",
                "ordering": ["due_on", "pk"],
                "permissions": [
                    ("handle_personrequest", "Can handle requests about one’s own data")
                ],
            },
        ),
        migrations.CreateModel(
            name="PersonRequestStep",
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
                            ("received", "received"),
                            ("begun", "begun"),
                            ("found", "chose what is about the person"),
                            ("exported", "took all data out"),
                            ("erased", "deleted data"),
                            ("extended", "extended the time"),
                            ("answered", "answered"),
                        ],
                        max_length=8,
                        verbose_name="what",
                    ),
                ),
                ("count", models.PositiveIntegerField(default=0)),
                (
                    "at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), verbose_name="at"
                    ),
                ),
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
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="comments.personrequest",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a request",
                "verbose_name_plural": "steps of requests",
                "ordering": ["pk"],
                "base_manager_name": "objects",
            },
        ),
        migrations.AddIndex(
            model_name="personrequest",
            index=models.Index(models.F("state"), models.F("due_on"), name="person_request_due"),
        ),
    ]
