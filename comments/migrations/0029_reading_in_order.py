from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0028_names_of_limits"),
        ("policy", "0013_corrections_of_translations"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                models.F("hearing"),
                models.F("received_at"),
                models.F("id"),
                models.F("status"),
                name="comment_hearing_order",
            ),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index(
                models.F("passage"),
                models.F("received_at"),
                models.F("id"),
                models.F("status"),
                name="comment_passage_order",
            ),
        ),
    ]
