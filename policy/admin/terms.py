"""The list of explained terms, each in each language."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from policy.models import Term


class TermViewSet(SnippetViewSet):
    """Words that readers get explained where they stand; editions keep theirs as they were."""

    model = Term
    icon = "openquote"
    menu_label = _("Explained terms")
    menu_order = 220
    add_to_settings_menu = True
    list_display = ["name", "explanation", "locale"]
    list_per_page = 50
    search_fields = ["name", "other_forms", "explanation"]
    copy_view_enabled = False
