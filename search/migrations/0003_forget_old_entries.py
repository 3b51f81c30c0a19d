"""Comments, answers and passages leave Wagtail's own index: they are found by documents now."""

from django.db import migrations

OLD = [("comments", "comment"), ("comments", "response"), ("policy", "wording")]


def forget(apps, schema_editor):
    IndexEntry = apps.get_model("wagtailsearch", "IndexEntry")
    for app, model in OLD:
        IndexEntry.objects.filter(content_type__app_label=app, content_type__model=model).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0002_documents"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailsearch", "0010_add_text_fields"),
    ]

    operations = [migrations.RunPython(forget, migrations.RunPython.noop)]
