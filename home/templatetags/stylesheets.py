"""`{% stylesheets "base layout" %}`: links to stylesheets, worked out once in a process.

Where a file is served follows from what was there when the process began.
"""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html_join

from policy.reading.memory import Memory

register = template.Library()
_links = Memory(most=20)


@register.simple_tag
def stylesheets(names, folder=""):
    """Return links to the stylesheets of these names, which blanks part, in this order."""
    return _links.get((names, folder), lambda: _linked(names, folder))


def _linked(names, folder):
    files = ((static(f"css/{folder}{name}.css"),) for name in names.split())
    return format_html_join("\n    ", '<link rel="stylesheet" href="{}">', files)
