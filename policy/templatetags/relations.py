"""A page's links and data for machines, in its head."""

import json

from django import template
from django.core.serializers.json import DjangoJSONEncoder
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

register = template.Library()
# Nothing in the data can end the element that it stands in, or begin a comment.
ESCAPES = {ord(sign): f"\\u{ord(sign):04X}" for sign in "<>&\u2028\u2029"}


@register.simple_tag
def relation_links(links):
    """Return the links as elements; the canonical one is the page's own affair."""
    return format_html_join(
        "\n    ",
        '<link rel="{}" href="{}"{}{}>',
        (
            (
                link.rel,
                link.url,
                format_html(' type="{}"', link.media_type) if link.media_type else "",
                format_html(' title="{}"', link.title) if link.title else "",
            )
            for link in links or []
            if link.rel != "canonical"
        ),
    )


@register.simple_tag
def canonical_of(links, otherwise):
    """Return the canonical address among the links, or else the one given."""
    return next((link.url for link in links or [] if link.rel == "canonical"), otherwise)


@register.simple_tag
def linked_data(data, publisher):
    """Return JSON-LD as a block of data: no browser runs it, and the content policy allows it."""
    data = {**data, "publisher": {"@type": "GovernmentOrganization", "name": publisher}}
    text = json.dumps(data, cls=DjangoJSONEncoder, ensure_ascii=False).translate(ESCAPES)
    # Safe: whatever could end the element is escaped above.
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308  # nosec B308 B703
