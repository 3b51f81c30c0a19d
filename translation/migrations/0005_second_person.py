from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("translation", "0004_remember_what_is_translated"),
    ]

    operations = [
        migrations.CreateModel(
            name="TranslationSetting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "needs_second_person",
                    models.BooleanField(
                        default=False,
                        help_text="Whoever translated a text can’t approve it.",
                        verbose_name="A translation is read by a second person",
                    ),
                ),
            ],
            options={
                "verbose_name": "translation",
                "verbose_name_plural": "translation",
            },
        ),
    ]
