"""A member of staff types two letters in by keyboard alone, and brings a spreadsheet in."""

from functools import partial

import pytest
from django.utils import timezone

from comments.models import Comment, CommentImport
from tests.factories.comments import make_hearing, wordings_of
from tests.factories.letters import as_xlsx, letters
from tests.flows.staff import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def clean(axe):
    """A function that checks our part of a screen: what is around it is Wagtail's own."""
    return partial(axe, include="main")


def tab(page, times=1):
    for _n in range(times):
        page.keyboard.press("Tab")


def focused(page) -> str:
    return page.evaluate("document.activeElement.name || document.activeElement.textContent.trim()")


def tab_to(page, name):
    for _n in range(40):
        if focused(page) == name:
            return
        tab(page)
    raise AssertionError(f"no {name} within 40 tabs")


def type_letter(page, number, place, words, name):
    """From the passage on, with nothing but keys."""
    assert focused(page) == "place"
    page.keyboard.type(place)
    shown = page.locator("[data-entry-words]:not([hidden])")
    assert place in shown.inner_text()
    tab_to(page, "text")
    page.keyboard.type(words)
    tab_to(page, "name")
    page.keyboard.type(name)
    tab_to(page, "Gem, og indtast den næste")
    page.keyboard.press("Enter")
    page.get_by_text(f"Bemærkning {number} er gemt").wait_for()
    page.wait_for_load_state()


def test_two_letters_are_typed_in_by_keyboard(hearing, new_context, clean):
    first, second = (wording.short_label for wording in wordings_of(hearing)[:2])
    page = new_context().new_page()
    log_in(page, "moderator")
    page.goto(f"/admin/dialogue/hearings/{hearing.pk}/enter/")
    clean(page)
    tab_to(page, "source")
    page.keyboard.type("Møde")
    tab_to(page, "place")
    type_letter(page, 1, first, "Den første.", "Anna")
    assert page.locator("[name=text]").input_value() == ""
    assert page.locator("[name=source]").input_value() == "meeting"
    type_letter(page, 2, second, "Den anden.", "Bo")
    clean(page)
    typed = Comment.objects.order_by("number").values_list("source", "sender__name", "wording")
    wordings = [wording.pk for wording in wordings_of(hearing)[:2]]
    assert list(typed) == [("meeting", "Anna", wordings[0]), ("meeting", "Bo", wordings[1])]
    page.get_by_role("link", name="Udskriv kvitteringen for bemærkning 2").click()
    page.get_by_role("heading", name="Vi har modtaget din bemærkning").wait_for()
    clean(page)


def test_an_error_is_said_and_what_was_typed_stays(hearing, new_context, clean):
    page = new_context(viewport={"width": 320, "height": 700}).new_page()
    log_in(page, "editor")
    page.goto(f"/admin/dialogue/hearings/{hearing.pk}/enter/")
    page.fill("[name=name]", "Karen Holm")
    page.get_by_role("button", name="Gem, og indtast den næste").click()
    page.get_by_role("alert").wait_for()
    assert page.locator("[name=name]").input_value() == "Karen Holm"
    clean(page)
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= 320


def test_a_spreadsheet_is_brought_in(hearing, new_context, clean, tmp_path):
    day = timezone.localdate().isoformat()
    rows = [
        *letters(4),
        ("", "due", "i går", "", "Bo"),
        ("Brev nummer 0.", "brev", day, "", "Navn 0"),
    ]
    file = tmp_path / "breve.xlsx"
    file.write_bytes(as_xlsx(rows))
    page = new_context(accept_downloads=True).new_page()
    log_in(page, "administrator")
    page.goto(f"/admin/dialogue/hearings/{hearing.pk}/import/")
    clean(page)
    page.get_by_role("button", name="Tjek filen").click()
    page.get_by_role("alert").wait_for()
    clean(page)
    page.set_input_files("[name=file]", file)
    page.get_by_role("button", name="Tjek filen").click()
    page.get_by_text("4 rækker er nye og kommer med.").wait_for()
    assert "Række 7 siger det samme som række 2." in page.inner_text("main")
    clean(page)
    page.get_by_role("button", name="Hent 4 bemærkninger ind").click()
    page.get_by_role("alert").get_by_text("Nogle rækker har fejl").wait_for()
    page.get_by_label("Udelad rækkerne med fejl").check()
    page.get_by_role("button", name="Hent 4 bemærkninger ind").click()
    page.get_by_text("4 bemærkninger er hentet ind: nummer 1 til 4.").wait_for()
    clean(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent kvitteringerne (CSV)").click()
    assert len(download.value.path().read_text("utf-8-sig").splitlines()) == 5
    assert CommentImport.objects.get().receipts_taken_at
    page.reload()
    page.get_by_text("De kan ikke hentes igen.").wait_for()
    clean(page)
