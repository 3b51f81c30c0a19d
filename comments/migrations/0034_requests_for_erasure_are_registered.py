from django.db import migrations

STATES = {"open": "received"}


def register(apps, schema_editor):
    """Put the requests that senders made on their receipts into the register of all requests."""
    asked = apps.get_model("comments", "ErasureRequest").objects.filter(registered=None)
    requests = apps.get_model("comments", "PersonRequest").objects
    for one in asked.iterator():
        requests.create(
            kind="erasure",
            state=STATES.get(one.state, "answered"),
            received_on=one.asked_at.date(),
            due_on=one.due_on,
            answered_at=one.handled_at,
            erasure=one,
        ).comments.add(one.comment_id)


class Migration(migrations.Migration):
    dependencies = [
        ("comments", "0033_minutes_of_meetings"),
    ]

    operations = [
        migrations.RunPython(register, migrations.RunPython.noop),
    ]
