"""How translating hangs on Wagtail's admin. The work is in `translation.admin`."""

from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from policy.models import PolicyPage

from .admin.reasons import reasons_address, reasons_view
from .admin.views import freeze_view
from .permissions import user_can_freeze_translation
from .staleness import next_edition


@hooks.register("register_admin_urls")
def translation_addresses():
    return [
        path(
            "translation/<int:page_id>/freeze/<int:edition_id>/",
            freeze_view,
            name="translation_freeze",
        ),
        path("translation/<int:page_id>/reasons/", reasons_view, name="translation_reasons"),
    ]


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
