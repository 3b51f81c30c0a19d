"""A field of a staff form in Wagtail's shape, whose error is read out by screen readers too."""

from django import template
from wagtail.admin.templatetags.wagtailadmin_tags import formattedfield

register = template.Library()


@register.inclusion_tag("wagtailadmin/shared/formatted_field.html")
def staff_field(field, **options) -> dict:
    """Return what Wagtail's `formattedfield` returns, with what is wrong said of the field itself.

    Wagtail gives the help an id and the error none: the error would be seen beside the field and
    never heard with it.
    """
    error = f"{field.auto_id}_error"
    if field.errors and not field.use_fieldset:
        said = [f"{field.auto_id}-helptext", error] if field.help_text else [error]
        options["rendered_field"] = field.as_widget(attrs={"aria-describedby": " ".join(said)})
    return formattedfield(field=field, error_message_id=error, **options)
