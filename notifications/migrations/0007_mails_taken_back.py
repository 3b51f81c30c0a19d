from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0006_mail_of_a_comment_that_was_read"),
    ]

    operations = [
        migrations.AlterField(
            model_name="outgoingmail",
            name="status",
            field=models.CharField(
                choices=[
                    ("waiting", "waiting"),
                    ("sent", "sent"),
                    ("parked", "given up"),
                    ("recalled", "taken back"),
                ],
                default="waiting",
                max_length=10,
                verbose_name="status",
            ),
        ),
    ]
