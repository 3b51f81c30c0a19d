"""What the policy's pages tell a reader of the text: which edition, which language, what may be done."""

import datetime
import re

import pytest
from bs4 import BeautifulSoup
from django.utils import timezone
from wagtail.models import Locale

from policy.models import PolicyPage
from tests.factories.comments import close, make_hearing
from tests.factories.policy import (
    block,
    chapter,
    edit,
    make_adopted,
    make_hearing_version,
    make_page,
    principle,
)

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def page():
    return make_page(principles=2)


def read(client, address) -> BeautifulSoup:
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def notices(soup) -> str:
    return " ".join(" ".join(n.get_text().split()) for n in soup.select(".notice"))


def assert_in_order(soup) -> None:
    levels = [int(heading.name[1]) for heading in soup.main.find_all(re.compile(r"^h[1-6]$"))]
    assert levels.count(1) == 1
    assert all(deeper - level <= 1 for level, deeper in zip(levels, levels[1:], strict=False))


def english_of(page) -> PolicyPage:
    locale = Locale.objects.get_or_create(language_code="en")[0]
    page.get_parent().specific.copy_for_translation(locale).save_revision().publish()
    english = page.copy_for_translation(locale)
    english.save_revision().publish()
    return PolicyPage.objects.get(pk=english.pk)


def test_no_style_or_script_stands_inside_a_page(client, page):
    make_adopted(page)
    for address in ("", "udgaver/"):
        soup = read(client, page.url + address)
        assert not soup.find_all("style")
        # Scripts are files of our own; data for machines runs nowhere.
        scripts = [s for s in soup.find_all("script") if s.get("type") != "application/ld+json"]
        assert all(s["src"].startswith("/static/") and not s.string for s in scripts)
        assert not soup.find_all(style=True)
        assert not [tag for tag in soup.find_all() for name in tag.attrs if name.startswith("on")]


def test_the_edition_in_force_needs_no_notice(client, page):
    make_adopted(page)
    soup = read(client, page.url)
    assert notices(soup) == ""
    assert "gælder nu" in soup.select_one(".cover .kind").get_text()


def test_an_older_edition_says_that_a_newer_one_is_in_force(client, page):
    old = make_adopted(page, on=timezone.localdate() - 9 * DAY)
    edit(page, introduction="Ny.")
    make_adopted(page)
    assert "En nyere gælder nu" in notices(read(client, page.edition_url(old)))


def test_an_edition_that_is_coming_says_that_it_is_not_in_force(client, page):
    make_adopted(page, on=timezone.localdate() - 9 * DAY)
    edit(page, introduction="Ny.")
    coming = make_adopted(page, in_force_from=timezone.localdate() + 9 * DAY)
    assert "gælder ikke endnu" in notices(read(client, page.edition_url(coming)))
    assert "Gælder fra" in read(client, page.url + "udgaver/").select_one(".edition .kind").text


def test_a_draft_whose_hearing_is_over_was_never_in_force(client, page):
    make_adopted(page)
    edit(page, introduction="Ny.")
    draft = make_hearing_version(page)
    assert "aldrig været gældende" in notices(read(client, page.edition_url(draft)))


def test_a_draft_in_hearing_says_until_when_and_where(client, page):
    hearing = make_hearing(page)
    soup = read(client, page.edition_url(hearing.edition))
    assert "Dette udkast er i høring" in notices(soup)
    assert "aldrig været gældende" not in notices(soup)
    assert soup.select_one(".notice time")["datetime"]
    assert soup.select_one(".notice a")["href"].endswith("/bemaerk/")
    # Two passages and the chapter's heading.
    assert len(soup.select(".actions__main")) == 3


def test_the_edition_in_force_leads_to_the_draft_in_hearing(client, page):
    make_adopted(page, on=timezone.localdate() - 9 * DAY)
    edit(page, introduction="Ny.")
    hearing = make_hearing(page)
    soup = read(client, page.url)
    assert "En ny udgave er i høring" in notices(soup)
    assert soup.select_one(".notice a")["href"] == page.edition_url(hearing.edition)


def test_after_the_deadline_nobody_is_invited_to_write(client, page):
    hearing = make_hearing(page)
    close(hearing)
    soup = read(client, page.edition_url(hearing.edition))
    assert not soup.select(".actions__main")


def test_a_missing_translation_is_told_and_marked(client, page):
    make_adopted(page)
    english = english_of(page)
    soup = read(client, english.url)
    assert "not translated yet" in notices(soup)
    assert soup.html["lang"] == "en"
    assert soup.h1["lang"] == "da"
    assert all(body["lang"] == "da" for body in soup.select(".passage__body"))
    assert soup.select_one(".passage__body dt").get_text() == "Hvorfor"
    assert "Permanent address" in soup.select_one(".actions").get_text()


def test_each_language_names_the_others_and_danish_is_the_default(client, page):
    make_adopted(page)
    english = english_of(page)
    soup = read(client, english.url + "editions/")
    found = {link["hreflang"]: link["href"] for link in soup.select("link[hreflang]")}
    assert found["da"].endswith(f"{page.url}udgaver/")
    assert found["en"].endswith(f"{english.url}editions/")
    assert found["x-default"] == found["da"]
    assert soup.select_one("link[rel=canonical]")["href"] == found["en"]


def test_passages_before_the_first_chapter_stand_under_a_heading(client):
    text = block("text", {"heading": "Ord", "body": "<p>Hej.</p>", "questions": []}, 7)
    page = make_page(body=[text, chapter(), principle(1)])
    make_adopted(page)
    soup = read(client, page.url)
    assert_in_order(soup)
    assert soup.select_one("#h-introduction").get_text() == "Indledning"


def test_headings_are_in_order_on_every_page(client, page):
    make_adopted(page)
    passage = (
        page.url
        + read(client, page.url).select_one(".actions a[href*=life]")["href"].split(page.url)[1]
    )
    for address in (page.url, page.url + "udgaver/", passage):
        assert_in_order(read(client, address))


def test_an_introduction_may_be_missing(client, page):
    edit(page, introduction="")
    make_adopted(page)
    assert read(client, page.url).select_one(".cover .lead") is None


def test_a_theme_leads_to_the_forms_that_fit(client):
    form = block(
        "participation_form",
        {"heading": "Borgermøde", "what": "<p>Vi mødes.</p>", "degree_of_influence": "dialogue"},
        21,
    )
    value = {"heading": "Torvet", "what": "<p>Her.</p>", "fitting_forms": [form["id"]]}
    page = make_page(body=[chapter(), form, block("theme", value, 22)])
    make_adopted(page)
    soup = read(client, page.url)
    link = soup.select_one(".terms").find("a", string="Borgermøde")
    assert soup.select_one(f"article{link['href']}").h3.get_text().endswith("Borgermøde")


def test_the_short_version_needs_no_script(client, page):
    make_adopted(page)
    soup = read(client, page.url)
    assert {choice["id"] for choice in soup.select(".choice input")} == {
        "reading-full",
        "reading-short",
    }
    assert soup.select_one(".passage__short").get_text() == "Kort om 1."


def test_an_unchanged_wording_is_not_repeated_in_a_passages_life(client, page):
    make_adopted(page, on=timezone.localdate() - 9 * DAY)
    edit(page, introduction="Ny.")
    make_adopted(page)
    href = read(client, page.url).select_one(".actions a[href*=life]")["href"]
    steps = [step.get_text() for step in read(client, href).select(".timeline > li")]
    assert "Ordene er uændrede." in steps[0]
    assert "Vi holder fast i sag 1." not in steps[0]
    assert "Vi holder fast i sag 1." in steps[1]


def test_a_preview_says_that_only_staff_see_it(rf, page):
    page.locale = Locale.objects.get(language_code="da")
    response = page.serve_preview(rf.get(page.url), "")
    soup = BeautifulSoup(response.render().content, "html.parser")
    assert "Kun medarbejdere" in notices(soup)
    assert not soup.select(".passage__side")
