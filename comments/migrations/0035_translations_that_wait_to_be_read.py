from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("comments", "0034_requests_for_erasure_are_registered")]

    operations = [
        migrations.AlterField(
            model_name="commenttext",
            name="role",
            field=models.CharField(
                choices=[
                    ("original", "Original"),
                    ("redacted", "Shortened by the municipality"),
                    ("translation", "Translated by the municipality"),
                    ("unread", "Translation that waits to be read"),
                    ("proposal", "Proposed wording"),
                    ("appeal", "Why the sender disagrees"),
                ],
                max_length=12,
                verbose_name="role",
            ),
        ),
    ]
