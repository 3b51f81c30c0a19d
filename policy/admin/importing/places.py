"""Where the screens hang in the admin: addresses, the button in the editor's header, the log's words."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets.button import Button

from policy.importing.actions import LOG_ACTION
from policy.permissions import user_can_import

from .views import import_view, plan_view


def addresses() -> list:
    return [
        path("policy/<int:page_id>/import/", import_view, name="policy_import"),
        path("policy/<int:page_id>/import/<int:import_id>/", plan_view, name="policy_import_plan"),
    ]


def buttons(page, user):
    """Yield the way to bringing a text in, for those who may."""
    if user_can_import(user, page):
        address = reverse("policy_import", args=[page.pk])
        yield Button(_("Bring a text in"), address, icon_name="upload", priority=60)


def name_log_action(actions) -> None:
    """Give the history words for a text that was brought in."""
    actions.register_action(LOG_ACTION, _("Bring a text in"), _("A text was brought in"))
