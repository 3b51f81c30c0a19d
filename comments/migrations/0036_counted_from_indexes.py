from django.db import migrations, models
from django.db.models import DurationField, ExpressionWrapper, F, Min, OuterRef, Subquery

DECIDING = ["publish", "reject", "note"]


def fill(apps, schema_editor):
    """Count it once for all that were decided about before: from the first decision that stands."""
    decisions = apps.get_model("comments", "Decision").objects
    first = (
        decisions.filter(comment=OuterRef("pk"), action__in=DECIDING, undone_by=None)
        .order_by()
        .values("comment")
        .annotate(first=Min("at"))
        .values("first")
    )
    took = ExpressionWrapper(Subquery(first) - F("received_at"), output_field=DurationField())
    apps.get_model("comments", "Comment").objects.update(decided_in=took)


class Migration(migrations.Migration):
    dependencies = [("comments", "0035_translations_that_wait_to_be_read")]

    operations = [
        migrations.AddField(
            model_name="comment",
            name="decided_in",
            field=models.DurationField(editable=False, null=True),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index("hearing", "decided_in", name="comment_decided_in"),
        ),
        migrations.AddIndex(
            model_name="comment",
            index=models.Index("language", name="comment_language"),
        ),
        migrations.AddIndex(
            model_name="decision",
            index=models.Index("action", "comment", name="decision_of_a_kind"),
        ),
    ]
