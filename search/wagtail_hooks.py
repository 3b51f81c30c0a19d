"""How the search hangs on Wagtail's admin: the words kept by staff, and the search of staff."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.search import SearchArea
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from comments.permissions import user_can_read_comments

from .models import Synonyms
from .staff.views import staff_search_view


class SynonymsViewSet(SnippetViewSet):
    """Words that mean the same to the search."""

    model = Synonyms
    icon = "search"
    menu_label = _("Synonyms of the search")
    menu_order = 230
    add_to_settings_menu = True
    list_display = ["__str__", "note"]
    list_per_page = 50
    search_fields = ["words", "note"]
    copy_view_enabled = False


class DialogueSearchArea(SearchArea):
    """The tab "Dialogue" of the admin's search."""

    def is_shown(self, request):
        return user_can_read_comments(request.user)


register_snippet(SynonymsViewSet)


@hooks.register("register_admin_urls")
def addresses():
    return [path("search/dialogue/", staff_search_view, name="search_staff")]


@hooks.register("register_admin_search_area")
def dialogue():
    return DialogueSearchArea(
        _("Dialogue"), reverse("search_staff"), name="dialogue", icon_name="comment", order=50
    )
