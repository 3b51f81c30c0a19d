"""Links to an edition's files, with their type, and their size where they were made already."""

from django import template
from django.template.defaultfilters import filesizeformat

from policy.exporting.formats import FORMATS
from policy.exporting.shelf import folder_of, sizes

register = template.Library()


@register.simple_tag
def files_of(page, text):
    """Return [{name, type, size, url}] of a public EditionText; `size` in words, or empty."""
    made = sizes(folder_of(text, page))
    return [
        {
            "name": found.name,
            "type": found.type_name,
            "size": filesizeformat(made[kind]) if kind in made else "",
            "url": page.file_url(text.edition, kind),
        }
        for kind, found in FORMATS.items()
    ]
