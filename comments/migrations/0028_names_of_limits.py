from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0027_reserved_names"),
    ]

    operations = [
        migrations.AddField(
            model_name="ratecount",
            name="name",
            field=models.CharField(blank=True, max_length=20),
        ),
    ]
