"""How the policy hangs on Wagtail's admin. The work is in `policy.admin`."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem
from wagtail.admin.widgets.button import Button
from wagtail.snippets.models import register_snippet

from .admin import changes, life
from .admin.history import name_publishing
from .admin.importing import places as importing
from .admin.promises import promises_view
from .admin.terms import TermViewSet
from .admin.views import adopt_view, passages_view
from .models import PolicyPage
from .permissions import (
    user_can_adopt,
    user_can_answer_for_passages,
    user_can_say_promises,
)

register_snippet(TermViewSet)


@hooks.register("register_admin_urls")
def adopt_addresses():
    return [
        path("policy/<int:page_id>/adopt/", adopt_view, name="policy_adopt"),
        path("policy/<int:page_id>/passages/", passages_view, name="policy_passages"),
    ]


@hooks.register("register_admin_urls")
def changes_address():
    return changes.addresses()


@hooks.register("register_page_header_buttons")
def changes_button(page, user, view_name, next_url=None):
    """Offer what adopting would change to those who write the text."""
    if isinstance(page, PolicyPage):
        yield from changes.buttons(page, user)


@hooks.register("register_admin_urls")
def promises_address():
    return [path("policy/<int:page_id>/promises/", promises_view, name="policy_promises")]


@hooks.register("register_page_header_buttons")
def promises_button(page, user, view_name, next_url=None):
    """Offer saying how promises stand to those who may."""
    if isinstance(page, PolicyPage) and user_can_say_promises(user, page):
        address = reverse("policy_promises", args=[page.pk])
        yield Button(_("Promises"), address, icon_name="check", priority=70)


@hooks.register("register_admin_urls")
def life_addresses():
    return life.addresses()


@hooks.register("register_page_header_buttons")
def life_buttons(page, user, view_name, next_url=None):
    """Offer withdrawing, correcting and draft links to those who may."""
    if isinstance(page, PolicyPage):
        yield from life.buttons(page, user)


class MarkReadyMenuItem(PublishMenuItem):
    """Wagtail's Publish under a name that says what it does here: nothing becomes public by it."""

    label = _("Mark ready for translation")


class AdoptMenuItem(ActionMenuItem):
    """The way to adopting, beside saving: where an editor looks for what comes next."""

    name = "policy-adopt"
    label = _("Adopt as an edition")
    icon_name = "check"

    def is_shown(self, context):
        page = context.get("page")
        return bool(page and page.pk) and user_can_adopt(context["request"].user, page)

    def get_url(self, context):
        return reverse("policy_adopt", args=[context["page"].pk])


@hooks.register("construct_page_action_menu")
def name_publish_by_what_it_does(menu_items, request, context):
    """Rename Publish in a policy's editor, and add adopting. Wagtail shares its items: change none."""
    if isinstance(context.get("page"), PolicyPage):
        menu_items[:] = [
            MarkReadyMenuItem(order=item.order) if item.name == "action-publish" else item
            for item in menu_items
        ]
        menu_items.append(AdoptMenuItem(order=110))


@hooks.register("register_page_header_buttons")
def adopt_button(page, user, view_name, next_url=None):
    """Offer adopting in the editor's header to those who may."""
    if isinstance(page, PolicyPage) and page.latest_revision_id and user_can_adopt(user, page):
        yield Button(
            _("Adopt as an edition"),
            reverse("policy_adopt", args=[page.pk]),
            icon_name="check",
            priority=5,
        )


@hooks.register("register_page_header_buttons")
def passages_button(page, user, view_name, next_url=None):
    """Lead to the questions about new and vanished passages, before anybody thinks of adopting."""
    if not (isinstance(page, PolicyPage) and page.latest_revision_id):
        return
    if user_can_answer_for_passages(user, page):
        address = reverse("policy_passages", args=[page.pk])
        yield Button(_("New and vanished passages"), address, icon_name="list-ul", priority=4)


@hooks.register("register_admin_urls")
def import_addresses():
    return importing.addresses()


@hooks.register("register_page_header_buttons")
def import_buttons(page, user, view_name, next_url=None):
    """Offer bringing a text in to those who may."""
    if isinstance(page, PolicyPage):
        yield from importing.buttons(page, user)


@hooks.register("register_log_actions", order=100)
def log_actions(actions):
    """Name what the history tells: after Wagtail, whose words for publishing are not ours."""
    importing.name_log_action(actions)
    name_publishing(actions)
