"""What the results are narrowed down by. The rows are made again by the worker, since the rules changed."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0003_forget_old_entries")]

    operations = [
        migrations.AddField("document", "labels", models.TextField(blank=True, default="")),
        migrations.AddField("document", "year", models.PositiveSmallIntegerField(null=True)),
    ]
