"""Every text field of our models, and what is known of its language."""

from django.apps import apps
from django.db import models
from wagtail.fields import StreamField
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import TranslatableField, get_translatable_fields

OURS = {"accounts", "api", "comments", "home", "notifications", "policy", "search", "translation"}
# Whose words these are is said by a language of the row's own.
LANGUAGES = {"locale", "language"}


def text_fields() -> dict[str, models.Field]:
    """Return {"app.Model.field": field} of all fields that can hold words."""
    return {
        f"{model._meta.label}.{field.name}": field
        for model in apps.get_models()
        if model._meta.app_label in OURS
        for field in model._meta.local_fields
        if isinstance(field, (models.CharField, models.TextField, models.JSONField, StreamField))
        and not field.choices
    }


def is_translated(field: models.Field) -> bool:
    """Say whether translators are offered the field."""
    model = field.model
    if not issubclass(model, TranslatableMixin):
        return False
    found = {one.field_name: one for one in get_translatable_fields(model)}
    return isinstance(found.get(field.name), TranslatableField)


def has_language(field: models.Field) -> bool:
    """Say whether a row holds the words of one language, so that there is a row for each."""
    if issubclass(field.model, TranslatableMixin):
        return False
    return bool(LANGUAGES & {other.name for other in field.model._meta.local_fields}) and (
        field.name not in LANGUAGES
    )
