"""An administrator handles a request to its end, and an editor writes minutes, at any width, no barrier."""

import zipfile

import pytest
from django.urls import reverse
from django.utils import translation

from comments.models import CommentText, Minutes, PersonRequest
from tests.factories.comments import make_comment, make_hearing, make_minutes, make_report
from tests.flows.looking import fits, spills
from tests.flows.staff import log_in, write_date

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
WAGTAILS = ("region", "landmark-unique", "aria-allowed-role")
ANNA = "anna@viby.example"


@pytest.fixture
def hearing(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    settings.ERASURE_LIST = str(tmp_path / "erasures.jsonl")
    return make_hearing()


@pytest.fixture
def look(axe):
    """Look at a page as narrow and as wide screens show it."""

    def at(page):
        for width in (320, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            assert fits(page), (page.url, width)
            assert spills(page) == [], (page.url, width)
            axe(page, disabled=WAGTAILS)

    return at


def press(page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def test_a_person_is_found_shown_all_and_erased(page, hearing, look):
    make_comment(hearing, text="Svar mig hurtigere.", name="Anna Holm", email=ANNA)
    make_comment(hearing, text="Et andet menneske.")
    log_in(page, "administrator")
    page.goto(reverse("person_requests:index"))
    page.get_by_role("link", name="Skriv en henvendelse ned").click()
    page.wait_for_url("**/privacy/request/")
    look(page)
    page.select_option("select[name=kind]", "erasure")
    page.fill("input[name=email]", ANNA)
    press(page, "Gem")
    look(page)
    page.locator("input[name=c]").check()
    press(page, "De er personens")
    with page.expect_download() as download:
        page.get_by_role("button", name="Hent det hele (ZIP)").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        assert "Svar mig hurtigere." in archive.read("laes-mig.html").decode()
    press(page, "Slet det hele")
    page.fill("textarea[name=answer]", "Det er slettet.")
    press(page, "Den er besvaret")
    look(page)
    assert PersonRequest.objects.get().state == "answered"
    assert [text.text for text in CommentText.objects.all()] == ["Et andet menneske."]
    for screen in ("person_requests:index", "looks:index", "retention:index"):
        page.goto(reverse(screen))
        look(page)


def test_an_editor_writes_minutes_and_everybody_reads_them(page, hearing, look):
    log_in(page, "editor")
    page.goto(reverse("comments_minutes", args=[hearing.pk]))
    page.fill("input[name=title]", "Borgermøde i hallen")
    write_date(page, "held_on", "2026-10-14")
    page.fill("textarea[name=text]", "Mange ville have hurtigere svar.")
    look(page)
    press(page, "Gem referatet")
    make_minutes(hearing, title="Workshop", file=True)
    report = make_report(hearing)
    page.goto(reverse("comments_edit_minutes", args=[Minutes.objects.first().pk]))
    look(page)
    with translation.override("da"):
        page.goto(reverse("comments:hearing_report", args=[hearing.pk, report.number]))
    look(page)
    assert "Borgermøde i hallen" in page.locator("main").inner_text()
