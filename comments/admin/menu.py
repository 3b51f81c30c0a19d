"""The way to a hearing, beside saving: where an editor looks for what comes next."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.action_menu import ActionMenuItem

from comments.permissions import user_can_create_hearing
from policy.models import PolicyPage


class HearingMenuItem(ActionMenuItem):
    """ "Put to hearing" in the editor's list of actions, for those who may."""

    name = "comments-hearing"
    label = _("Put to hearing")
    icon_name = "calendar-alt"

    def is_shown(self, context):
        page = context.get("page")
        return bool(page and page.pk) and user_can_create_hearing(context["request"].user, page)

    def get_url(self, context):
        return reverse("comments_create_hearing", args=[context["page"].pk])


def offer_a_hearing(menu_items, request, context):
    """Add the item in a policy's editor."""
    if isinstance(context.get("page"), PolicyPage):
        menu_items.append(HearingMenuItem(order=105))
