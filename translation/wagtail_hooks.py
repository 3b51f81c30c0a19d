"""How translating hangs on Wagtail's admin. The work is in `translation.admin`."""

from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from accounts.work import HOOK
from policy.models import PolicyPage
from policy.source import is_source_page

from .admin import exchange
from .admin.machine import machine_view
from .admin.own_report import OwnTranslationsReport
from .admin.progress import progress_file, progress_view
from .admin.reasons import reasons_address, reasons_view
from .admin.today import translating
from .admin.views import freeze_view
from .admin.work import order_for, work_view
from .desk.lists import desk_view, order_address
from .desk.menu import DeskMenuItem, LanguagesMenuItem
from .desk.moving import move_view
from .desk.ordering import offer_ordering, order_form_address, order_form_view
from .desk.views import order_view
from .permissions import (
    user_can_follow_translations,
    user_can_freeze_translation,
    user_can_order,
)
from .scope import check_snippets
from .staleness import next_edition

hooks.register(HOOK, translating)


@hooks.register("register_admin_urls")
def translation_addresses():
    return [
        path(
            "translation/<int:page_id>/freeze/<int:edition_id>/",
            freeze_view,
            name="translation_freeze",
        ),
        path("translation/", desk_view, name="translation_desk"),
        path("translation/orders/<int:order_id>/", order_view, name="translation_order"),
        path("translation/orders/<int:order_id>/move/", move_view, name="translation_move"),
        path("translation/<int:page_id>/order/", order_form_view, name="translation_new_order"),
        path("translation/<int:page_id>/reasons/", reasons_view, name="translation_reasons"),
        path("translation/progress/", progress_view, name="translation_progress"),
        path("translation/progress.xlsx", progress_file, name="translation_progress_file"),
        path("translation/work/<int:translation_id>/", work_view, name="translation_work"),
    ]


@hooks.register("register_admin_urls")
def addresses_in_the_place_of_others():
    """wagtail-localize's own report; its `reverse` finds the same addresses."""
    report = "localize/reports/translations/"
    return [
        path(report, OwnTranslationsReport.as_view(), name="translation_own_report"),
        path(
            f"{report}results/",
            OwnTranslationsReport.as_view(results_only=True),
            name="translation_own_report_results",
        ),
    ]


@hooks.register("register_admin_urls")
def exchange_addresses():
    return [
        path("translation/machine/", machine_view, name="translation_machine"),
        path("translation/files/", exchange.exchange_view, name="translation_exchange"),
        path("translation/files/po/", exchange.exchange_file, name="translation_exchange_file"),
        path("translation/files/<int:import_id>/", exchange.import_view, name="translation_import"),
    ]


class ProgressItem(MenuItem):
    """Shown to those who may open it."""

    def is_shown(self, request):
        return user_can_follow_translations(request.user)


@hooks.register("register_reports_menu_item")
def progress_item():
    """Offer the report beside Wagtail's own."""
    label = gettext_lazy("Progress of translations")
    return ProgressItem(label, reverse_lazy("translation_progress"), icon_name="globe", order=410)


@hooks.register("register_reports_menu_item")
def exchange_item():
    """Offer files beside the report of what is to do."""
    label = gettext_lazy("Translations in files")
    return ProgressItem(
        label, reverse_lazy("translation_exchange"), icon_name="download", order=411
    )


@hooks.register("register_reports_menu_item")
def machine_item():
    """Offer reading what a machine wrote."""
    label = gettext_lazy("Translated by a machine")
    return ProgressItem(label, reverse_lazy("translation_machine"), icon_name="cogs", order=412)


@hooks.register("register_page_header_buttons")
def freeze_button(page, user, view_name, next_url=None):
    """Offer freezing in the editor's header while the newest edition lacks the page's language."""
    if not isinstance(page, PolicyPage) or not user_can_freeze_translation(user, page):
        return
    edition = next_edition(page)
    if edition is not None:
        yield Button(
            _("Freeze the translation: %(edition)s") % {"edition": edition.name},
            reverse("translation_freeze", args=[page.pk, edition.pk]),
            icon_name="globe",
            priority=5,
        )


@hooks.register("register_page_header_buttons")
def desk_button(page, user, view_name, next_url=None):
    """Lead from wagtail-localize's editor to the order at the desk, where there is one."""
    if not isinstance(page, PolicyPage) or is_source_page(page):
        return
    order = order_for(page.translation_key, page.locale_id, user)
    if order:
        yield Button(
            _("Translate at the desk"), order_address(order), icon_name="globe", priority=4
        )


@hooks.register("register_admin_menu_item")
def desk_item():
    """The desk, with how many orders wait, for those who may open it."""
    return DeskMenuItem(
        gettext_lazy("Translation"), reverse_lazy("translation_desk"), icon_name="globe", order=250
    )


@hooks.register("register_settings_menu_item")
def languages_item():
    """Lead an administrator to the languages, which wagtail-localize shows to those who may add sites."""
    label = gettext_lazy("Languages")
    return LanguagesMenuItem(
        label, reverse_lazy("wagtaillocales:index"), icon_name="globe", order=604
    )


@hooks.register("construct_page_action_menu")
def ordering_in_the_editor(menu_items, request, context):
    """Offer ordering beside saving, in a policy's editor."""
    offer_ordering(menu_items, request, context)


@hooks.register("register_page_header_buttons")
def ordering_button(page, user, view_name, next_url=None):
    """Offer ordering in the editor's header."""
    if isinstance(page, PolicyPage) and user_can_order(user, page):
        label = _("Order a translation")
        yield Button(label, order_form_address(page), icon_name="globe", priority=75)


@hooks.register("register_page_header_buttons")
def reasons_button(page, user, view_name, next_url=None):
    """Offer saying in the page's language why passages changed."""
    if isinstance(page, PolicyPage) and user_can_freeze_translation(user, page):
        label = _("Translate the reasons for changes")
        yield Button(label, reasons_address(page), icon_name="globe", priority=6)


@hooks.register("before_edit_snippet")
def only_own_languages(request, snippet):
    """Keep a translator to her languages, on GET and POST."""
    check_snippets(request.user, [snippet])


@hooks.register("before_delete_snippet")
def only_own_languages_deleted(request, snippets):
    """As when editing; a bulk action names many."""
    check_snippets(request.user, snippets)
