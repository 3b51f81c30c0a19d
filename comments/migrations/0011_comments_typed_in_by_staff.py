from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0010_language_of_mails"),
    ]

    operations = [
        migrations.AddField(
            model_name="comment",
            name="entered_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="typed in"),
        ),
        migrations.AlterField(
            model_name="comment",
            name="source",
            field=models.CharField(
                choices=[
                    ("form", "The form on this site"),
                    ("letter", "Letter on paper"),
                    ("email", "E-mail"),
                    ("phone", "Telephone"),
                    ("meeting", "Meeting"),
                ],
                default="form",
                max_length=10,
                verbose_name="source",
            ),
        ),
    ]
