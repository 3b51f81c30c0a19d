"""What themes are called in the language of the page."""

from django import template
from django.utils import translation

register = template.Library()


@register.simple_tag
def theme_title(theme) -> str:
    """Return the theme's title; its `texts` should be prefetched."""
    return theme.title_in(translation.get_language())
