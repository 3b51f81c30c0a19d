"""`{% shell as shell %}`: what stands around the page, see `home.shell`."""

from django import template
from django.utils import translation
from wagtail.models import Page

from home.shell import plain_shell, shell_for

register = template.Library()


@register.simple_tag(takes_context=True)
def shell(context):
    """Return the request's shell; `plain_shell` in the context stands in where no row may be read."""
    if "plain_shell" in context:
        return context["plain_shell"]
    request = context.get("request")
    if request is None:
        return plain_shell(translation.get_language())
    page = context.get("page")
    return shell_for(request, page if isinstance(page, Page) else None)
