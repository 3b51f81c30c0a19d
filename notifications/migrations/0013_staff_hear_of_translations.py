from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0012_mails_about_translations"),
    ]

    operations = [
        migrations.AddField(
            model_name="staffmailsetting",
            name="wants_translations",
            field=models.BooleanField(
                default=True,
                help_text="On Mondays, when texts of your languages are out of date or missing.",
                verbose_name="what is behind in translation",
            ),
        ),
    ]
