from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0008_languages_of_the_site"),
    ]

    operations = [
        migrations.AddField(
            model_name="outgoingmail",
            name="unsubscribe_url",
            field=models.CharField(blank=True, editable=False, max_length=300),
        ),
        migrations.AlterField(
            model_name="mailtext",
            name="key",
            field=models.CharField(
                choices=[
                    ("confirm", "Is this your address?"),
                    ("receipt", "Receipt for a comment"),
                    ("published", "A comment was published"),
                    ("noted", "A comment for the municipality only was read"),
                    ("rejected", "A comment can’t be published"),
                    ("answered", "A comment was answered"),
                    ("new_address", "A new address for a lost receipt"),
                    ("erased", "A comment was erased"),
                    ("not_erased", "A comment can’t be erased"),
                    ("hearing_dates", "A hearing’s dates changed"),
                    ("follow", "Do you want to follow this?"),
                    ("followed", "News of what somebody follows"),
                    ("queue", "What waits, to moderators"),
                    ("due", "What is due, to those who answer"),
                    ("in_force", "An edition is in force, to editors"),
                ],
                max_length=20,
                verbose_name="mail",
            ),
        ),
        migrations.AlterField(
            model_name="outgoingmail",
            name="kind",
            field=models.CharField(
                choices=[
                    ("confirm", "Is this your address?"),
                    ("receipt", "Receipt for a comment"),
                    ("published", "A comment was published"),
                    ("noted", "A comment for the municipality only was read"),
                    ("rejected", "A comment can’t be published"),
                    ("answered", "A comment was answered"),
                    ("new_address", "A new address for a lost receipt"),
                    ("erased", "A comment was erased"),
                    ("not_erased", "A comment can’t be erased"),
                    ("hearing_dates", "A hearing’s dates changed"),
                    ("follow", "Do you want to follow this?"),
                    ("followed", "News of what somebody follows"),
                    ("queue", "What waits, to moderators"),
                    ("due", "What is due, to those who answer"),
                    ("in_force", "An edition is in force, to editors"),
                ],
                max_length=20,
                verbose_name="kind",
            ),
        ),
    ]
