from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("notifications", "0011_what_staff_want_by_mail"),
    ]

    operations = [
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
                    ("translation_ordered", "A translation is ordered, to translators"),
                    ("translation_ready", "A translation is to be read through"),
                    ("translation_back", "A translation was sent back, to its translator"),
                    ("translation_approved", "A translation was approved"),
                    ("translation_due", "The deadline of a translation is near"),
                    ("translation_week", "What is behind in translation, once a week"),
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
                    ("translation_ordered", "A translation is ordered, to translators"),
                    ("translation_ready", "A translation is to be read through"),
                    ("translation_back", "A translation was sent back, to its translator"),
                    ("translation_approved", "A translation was approved"),
                    ("translation_due", "The deadline of a translation is near"),
                    ("translation_week", "What is behind in translation, once a week"),
                ],
                max_length=20,
                verbose_name="kind",
            ),
        ),
    ]
