"""Indexes to count by passage from, however many comments there are."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0019_words_to_watch"),
        ("policy", "0013_corrections_of_translations"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations = [
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                models.F("policy"),
                models.F("status"),
                models.F("passage"),
                name="comment_policy_counts",
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                models.F("hearing"),
                models.F("status"),
                models.F("passage"),
                name="comment_hearing_counts",
            ),
        ),
    ]
