"""What the translator's editor lacks beside the one that everybody else has."""

from django import template
from django.utils.translation import gettext as _
from wagtail.admin.ui.menus.pages import get_page_header_buttons
from wagtail.admin.widgets.button import ButtonWithDropdown

register = template.Library()


@register.simple_tag(takes_context=True)
def page_header_actions(context, page) -> list:
    """Return what an editor's header offers for a page; wagtail-localize's own header has nothing."""
    request = context["request"]
    buttons = get_page_header_buttons(page, request.user, request.path, "edit")
    if not buttons:
        return []
    return [
        ButtonWithDropdown(
            buttons=sorted(buttons),
            icon_name="dots-horizontal",
            attrs={"aria-label": _("Actions")},
            classname="w-h-slim-header",
        )
    ]
