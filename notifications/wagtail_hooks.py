"""Texts of mails as snippets; mails on their way as a list that only shows."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from accounts.work import HOOK

from .account import StaffMailPanel
from .models import MailText, OutgoingMail, Subscription
from .work import mailing

hooks.register(HOOK, mailing)


class MailTextViewSet(SnippetViewSet):
    model = MailText
    icon = "mail"
    menu_label = _("Texts of mails")
    add_to_settings_menu = True
    list_display = ["__str__", "subject", "locale"]
    copy_view_enabled = False


class OnlyLooking(ModelPermissionPolicy):
    """Nobody writes, changes or deletes a mail by hand."""

    def user_has_permission(self, user, action):
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return "view" in actions and super().user_has_permission(user, "view")


register_permission_policy(OutgoingMail, OnlyLooking(OutgoingMail))
register_permission_policy(Subscription, OnlyLooking(Subscription))
hooks.register("register_account_settings_panel", StaffMailPanel)


class OutgoingMailViewSet(ModelViewSet):
    """The oldest that waits is on top, so that a stuck queue is seen at a glance."""

    model = OutgoingMail
    icon = "mail"
    menu_label = _("Outgoing mail")
    add_to_settings_menu = True
    list_display = [
        Column("kind", label=_("Mail"), accessor="get_kind_display"),
        Column("cause", label=_("About")),
        Column("masked_to", label=_("To")),
        Column("status", label=_("Status"), accessor="get_status_display"),
        DateColumn("created_at", label=_("Written")),
        DateColumn("sent_at", label=_("Sent")),
        Column("attempts", label=_("Tries")),
        Column("last_error", label=_("Last error")),
    ]
    list_filter = ["status", "kind", "language"]
    list_per_page = 50
    ordering = ["-status", "created_at"]
    form_fields: list[str] = []
    copy_view_enabled = False
    inspect_view_enabled = False
    list_export: list[str] = []


class SubscriptionViewSet(ModelViewSet):
    """Who follows what, the address hidden. Ended by its owner, or by `manage.py forget_follower`."""

    model = Subscription
    icon = "mail"
    menu_label = _("Followers")
    add_to_settings_menu = True
    list_display = [
        Column("topic", label=_("What is followed")),
        Column("masked_email", label=_("E-mail")),
        Column("rhythm", label=_("How often"), accessor="get_rhythm_display"),
        Column("language", label=_("Language")),
        DateColumn("created_at", label=_("Asked for")),
        DateColumn("confirmed_at", label=_("Confirmed")),
    ]
    list_filter = ["rhythm", "language"]
    list_per_page = 50
    ordering = ["-created_at", "-pk"]
    form_fields: list[str] = []
    copy_view_enabled = False
    inspect_view_enabled = False
    list_export: list[str] = []


register_snippet(MailTextViewSet)


@hooks.register("register_admin_viewset")
def outgoing_mail():
    return [OutgoingMailViewSet("outgoing_mail"), SubscriptionViewSet("followers")]
