"""Terms are frozen with the text that they explain, and marked where a reader meets them."""

import re

import pytest
from wagtail.models import Locale

from policy.freezing import hash_of_text
from policy.reading.terms import Terms
from policy.terms import Finder
from tests.factories.policy import edit, make_adopted, make_page, make_term, principle

TERM = {"name": "høring", "forms": ["høring", "høringen"], "explanation": "En frist til at svare."}
LONGER = {"name": "åben høring", "forms": ["åben høring"], "explanation": "For alle."}


def marked(html, *terms) -> str:
    return Finder(terms).mark(html, set(), lambda name, words: f"[{words}]")


def test_no_term_marks_nothing():
    assert marked("<p>En høring.</p>") == "<p>En høring.</p>"


@pytest.mark.parametrize(
    "words", ["høringssvar", "forhøring", "høring-svar", "e-høring", "hØring1", "hørin"]
)
def test_a_term_inside_another_word_is_none(words):
    assert marked(f"<p>{words}</p>", TERM) == f"<p>{words}</p>"


@pytest.mark.parametrize("html", ['<a href="/x">En høring</a>', "<h3>Om høring</h3>"])
def test_nothing_is_marked_inside_links_and_headings(html):
    assert marked(html, TERM) == html
    assert marked(f"{html}<p>høring</p>", TERM) == f"{html}<p>[høring]</p>"


def test_attributes_and_entities_are_left_alone():
    entity = {"name": "amp", "forms": ["amp"], "explanation": "x"}
    html = '<p data-page="høring">Veje &amp; stier</p>'
    assert marked(html, TERM, entity) == html


def test_any_form_in_any_case_is_found_and_only_the_first():
    assert marked("<p>Høringen og en høring.</p>", TERM) == "<p>[Høringen] og en høring.</p>"


def test_the_longest_form_wins():
    assert marked("<p>En åben\n høring</p>", TERM, LONGER) == "<p>En [åben\n høring]</p>"


def test_many_terms_in_a_hostile_text_take_one_pass():
    terms = [{"name": f"a{n}", "forms": [f"a{n}"], "explanation": "x"} for n in range(300)]
    html = "<p>" + "a" * 50_000 + "&lt;" * 500 + " a7</p>"
    assert "[a7]" in marked(html, *terms)


def test_each_passage_links_a_term_once_and_its_short_form_once_more():
    value = {"what": "<p>En høring.</p>", "why": "<p>Høring & svar.</p>", "plain": "Høring <b>"}
    read = Terms([TERM]).mark(value)
    assert read["what"].count('<a class="term" href="#w-1"') == 1
    assert "<a" not in read["why"]
    assert read["plain"].startswith("<a")
    assert read["plain"].endswith("&lt;b&gt;")
    assert value["plain"] == "Høring <b>"


@pytest.fixture
def page():
    statement = "<p>Vi holder en høring.</p>"
    return make_page(body=[principle(1, statement=statement), principle(2, statement=statement)])


@pytest.mark.django_db
class TestFrozen:
    def test_a_text_without_terms_keeps_the_seal_of_texts_from_before_there_were_any(self, page):
        make_term("tema", "Noget andet.")
        text = make_adopted(page).texts.get()
        assert text.terms == []
        assert text.sha256 == hash_of_text(text.title, text.introduction, text.content)

    def test_only_terms_that_occur_in_that_language_are_frozen(self, page):
        make_term("høring", "En frist.", "høringen")
        make_term("tema", "Noget andet.")
        make_term("høring", "A hearing.", locale=Locale.objects.get(language_code="en"))
        text = make_adopted(page).texts.get()
        assert text.terms == [
            {"name": "høring", "forms": ["høring", "høringen"], "explanation": "En frist."}
        ]
        assert text.sha256 == hash_of_text(text.title, text.introduction, text.content, text.terms)

    def test_a_later_explanation_changes_no_old_edition(self, page, client):
        term = make_term("høring", "Den gamle forklaring.")
        make_adopted(page)
        term.explanation = "Den nye forklaring."
        term.save()
        edit(page, introduction="Ny.")
        make_adopted(page)
        assert "Den gamle forklaring." in client.get(page.url + "udgaver/1/").content.decode()
        assert "Den nye forklaring." in client.get(page.url).content.decode()
        term.delete()
        assert "Den nye forklaring." in client.get(page.url).content.decode()

    def test_the_seal_tells_that_an_explanation_was_changed(self, page):
        make_term("høring", "En frist.")
        text = make_adopted(page).texts.get()
        other = [text.terms[0] | {"explanation": "Noget andet."}]
        assert hash_of_text(text.title, text.introduction, text.content, other) != text.sha256


@pytest.mark.django_db
class TestShown:
    def test_every_passage_explains_it_and_the_explanation_stands_once(self, page, client):
        make_term("høring", "En frist til at svare.")
        make_adopted(page)
        shown = client.get(page.url).content.decode()
        assert len(re.findall(r'<a class="term" href="#w-1"', shown)) == 2
        assert shown.count("En frist til at svare.") == 1
        assert 'id="w-1"' in shown

    def test_a_hostile_explanation_is_words(self, page, client):
        make_term("høring", "<script>alert(1)</script>")
        make_adopted(page)
        for address in (page.url, page.url + "ord/"):
            assert "<script>alert" not in client.get(address).content.decode()

    def test_the_list_of_words_is_that_of_the_edition_in_force(self, page, client):
        assert client.get(page.url + "ord/").status_code == 404
        make_adopted(page)
        assert "ingen forklarede ord" in client.get(page.url + "ord/").content.decode()
        make_term("høring", "En frist til at svare.")
        make_adopted(page)
        assert "En frist til at svare." in client.get(page.url + "ord/").content.decode()

    def test_a_passages_own_page_explains_only_what_stands_in_it(self, page, client):
        make_term("høring", "En frist til at svare.")
        make_term("mening", "Det, du synes.")
        first = principle(1, statement="<p>En høring.</p>", we_expect_of_citizens="")
        edit(page, body=[first, principle(2)])
        edition = make_adopted(page)
        code = edition.texts.get().content[0]["code"]
        shown = client.get(f"{page.url}afsnit/{code}/").content.decode()
        assert "En frist til at svare." in shown
        assert "Det, du synes." not in shown
