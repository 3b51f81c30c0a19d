"""How translating hangs on Wagtail's admin. The work is in `translation.admin`."""

from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets.button import Button

from accounts.work import HOOK
from policy.models import PolicyPage

from .admin.progress import progress_file, progress_view
from .admin.reasons import reasons_address, reasons_view
from .admin.today import translating
from .admin.views import freeze_view
from .admin.work import work_view
from .permissions import user_can_follow_translations, user_can_freeze_translation
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
        path("translation/<int:page_id>/reasons/", reasons_view, name="translation_reasons"),
        path("translation/progress/", progress_view, name="translation_progress"),
        path("translation/progress.xlsx", progress_file, name="translation_progress_file"),
        path("translation/work/<int:translation_id>/", work_view, name="translation_work"),
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
