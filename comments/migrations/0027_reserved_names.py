from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0026_languages_of_the_site"),
    ]

    operations = [
        migrations.AddField(
            model_name="watchword",
            name="is_name",
            field=models.BooleanField(
                default=False,
                help_text="Looked for in senders’ names alone, also in letters that only look alike. The municipality, its offices, its staff and words such as “borgmester” are known already.",
                verbose_name="name of somebody in the municipality",
            ),
        ),
        migrations.AlterField(
            model_name="finding",
            name="kind",
            field=models.CharField(
                choices=[
                    ("cpr", "CPR number"),
                    ("phone", "telephone number"),
                    ("email", "e-mail address"),
                    ("address", "street address"),
                    ("health", "words about health"),
                    ("person", "name of a person"),
                    ("link", "link"),
                    ("script", "letters of several alphabets in a word"),
                    ("hasty", "sent within seconds"),
                    ("watched", "word on the list"),
                    ("reserved", "name like the municipality’s or its staff’s"),
                ],
                max_length=10,
                verbose_name="kind",
            ),
        ),
    ]
