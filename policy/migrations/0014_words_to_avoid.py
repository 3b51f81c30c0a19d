from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("policy", "0013_corrections_of_translations")]

    operations = [
        migrations.AddField(
            model_name="term",
            name="avoided",
            field=models.TextField(
                blank=True,
                help_text="One on each line: what translators must not call it in this language.",
                verbose_name="words to avoid",
            ),
        ),
    ]
