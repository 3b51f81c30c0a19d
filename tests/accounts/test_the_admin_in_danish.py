"""The admin speaks Danish to every role: no English text of Wagtail's is left on its screens."""

import re
from html.parser import HTMLParser

import admin_danish
import pytest
from django.urls import reverse
from django.utils.translation import gettext, override

from tests.accounts.filling import address_of
from tests.accounts.routes import all_routes
from tests.accounts.scene import give_own_things, make_scene
from tests.accounts.visits import Visitor
from tests.factories.accounts import make_staff

# "None" stands in a counter that is hidden when it is empty. The rest is the same in both languages.
SAME = {"None", "Wagtail", "Status", "Format", "System", "Port", "Alias", "App"}
# Wagtail's template has this label without a translation.
UNMARKED = 'aria-label="Actions" id="w-slim-header-buttons"'
SCREENS = {
    "wagtailadmin_home",
    "wagtailadmin_account",
    "wagtailadmin_explore",
    "wagtailadmin_pages:add",
    "wagtailadmin_pages:edit",
    "wagtailadmin_pages:delete",
    "wagtailadmin_pages:history",
    "wagtailadmin_pages:workflow_history",
    "wagtailadmin_pages:revisions_compare",
    "wagtailadmin_pages:copy",
    "wagtailadmin_pages:move",
    "wagtailadmin_pages:unpublish",
    "wagtailadmin_choose_page",
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_reports:workflow",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_workflows:index",
    "wagtailadmin_collections:index",
    "wagtailimages:index",
    "wagtailimages:add_multiple",
    "wagtailimages:edit",
    "wagtailimages_chooser:choose",
    "wagtaildocs:index",
    "wagtaildocs:add_multiple",
    "wagtaildocs:edit",
    "wagtaildocs_chooser:choose",
    "wagtailsnippets_policy_term:list",
    "wagtailsnippets_policy_term:edit",
    "wagtailusers_users:index",
    "wagtailusers_users:edit",
    "wagtailredirects:index",
    "wagtail_localize:submit_page_translation",
    "wagtail_localize:convert_to_alias",
    "wagtail_localize:update_translations",
}
LISTS = ("bulk ",)
UNSEEN = {"script", "style", "template", "code"}
SPOKEN = {"aria-label", "title", "placeholder", "alt"}


class Visible(HTMLParser):
    """Collects what people see or hear of a page: its texts and the labels of its parts."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: set[str] = set()
        self._unseen: list[str] = []

    def handle_starttag(self, tag, attributes):
        if tag in UNSEEN:
            self._unseen.append(tag)
        for name, value in attributes:
            if name in SPOKEN and value:
                self.handle_data(value)

    def handle_endtag(self, tag):
        if self._unseen and self._unseen[-1] == tag:
            self._unseen.pop()

    def handle_data(self, text):
        if not self._unseen and (plain := " ".join(text.split())):
            self.texts.add(plain)


@pytest.fixture(scope="module")
def english() -> dict[str, str]:
    """Wagtail's texts without values that are not the same in Danish, each with its Danish."""
    with override("da"):
        pairs = {
            text.strip(): gettext(text).strip()
            for _domain, _context, text in admin_danish.entries(admin_danish.books("en"))
            if text.strip() and not re.search(r"[%{<]", text)
        }
    none = {text.strip() for _d, _c, text in admin_danish.untranslated(admin_danish.ROOT)[0]}
    # A word may be the Danish of something else. The same in both counts as Danish when it is said.
    spoken = {danish for text, danish in pairs.items() if danish != text}
    return {
        text: danish
        for text, danish in pairs.items()
        if text not in SAME | spoken and (text != danish or text in none)
    }


def left_in_english(response, english: dict[str, str]) -> set[str]:
    """Return the English texts that a screen shows."""
    page = Visible()
    page.feed(response.content.decode().replace(UNMARKED, ""))
    return page.texts & set(english)


def is_page(response) -> bool:
    """Say whether the answer is a page or the HTML of a part of one."""
    return response.status_code in (200, 403, 404) and "html" in response.get("Content-Type", "")


def test_the_walk_sees_an_english_text(english):
    page = Visible()
    page.feed('<p>\n Move\n</p><a aria-label="Delete">x</a><script>Edit</script>')
    assert page.texts & set(english) == {"Move", "Delete"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    "role", ["editor", "moderator", "translator", "facilitator", "administrator"]
)
@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")
def test_no_screen_of_a_role_is_left_in_english(role, english, monkeypatch):
    user = make_staff(role)
    scene = make_scene()
    give_own_things(scene, user)
    visitor = Visitor(user)
    visitor.known_by(monkeypatch)
    asked = [
        (route.name, address_of(route, scene))
        for route in all_routes()
        if route.name in SCREENS or route.name.startswith(LISTS)
    ]
    plain = reverse("wagtailadmin_pages:edit", args=[scene["standard"].pk])
    left = []
    seen = 0
    for name, address in [*asked, ("a plain page", plain)]:
        response = visitor.ask("GET", address)
        if is_page(response):
            seen += 1
            left += [(name, text) for text in left_in_english(response, english)]
    assert seen > 10
    assert not left, "\n".join(f"{name}: {text!r}" for name, text in sorted(left))


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/admin/login/", "/admin/password_reset/", "/admin/nowhere/"])
def test_who_is_not_logged_in_reads_danish_too(address, english):
    response = Visitor().ask("GET", address)
    if response.status_code == 302:
        response = Visitor().ask("GET", response.url)
    assert not left_in_english(response, english)
