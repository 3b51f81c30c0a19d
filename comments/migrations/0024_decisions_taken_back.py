import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0023_texts_that_are_alike"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="decision",
            name="undoes",
            field=models.OneToOneField(
                help_text="What this step took back. Nothing is taken back twice.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="undone_by",
                to="comments.decision",
            ),
        ),
        migrations.AlterField(
            model_name="decision",
            name="action",
            field=models.CharField(
                choices=[
                    ("receive", "received"),
                    ("hold", "held back for a closer look"),
                    ("publish", "published"),
                    ("reject", "rejected"),
                    ("note", "read, for the municipality only"),
                    ("edit", "changed by the sender"),
                    ("appeal", "appealed by the sender"),
                    ("withdraw", "withdrawn by the sender"),
                    ("erase", "erased"),
                    ("undo", "taken back by staff"),
                ],
                max_length=10,
                verbose_name="action",
            ),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(models.F("by"), models.F("at"), name="decision_by_whom"),
        ),
    ]
