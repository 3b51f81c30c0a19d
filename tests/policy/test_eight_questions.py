"""How an edition answers the eight questions is shown, and its silence is said and not hidden."""

import pytest
from wagtail.models import Locale

from tests.factories.comments import make_hearing
from tests.factories.policy import edit, make_adopted, make_page, principle

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BUDGET = 12


@pytest.fixture
def page():
    """A policy that answers question 1 twice and question 5 once."""
    body = [principle(1), principle(2), principle(3, questions=["5"])]
    return make_page(body=body)


def shown(client, url):
    response = client.get(url)
    assert response.status_code == 200
    return response


def part(response, number) -> str:
    """Return the HTML of one question."""
    html = response.content.decode()
    return html.split(f'id="q{number}"')[1].split('id="q')[0]


@pytest.mark.parametrize("address", ["spoergsmaal/", "udgaver/1/spoergsmaal/"])
def test_without_an_edition_there_are_no_answers(page, client, address):
    assert client.get(page.url + address).status_code == 404


@pytest.mark.parametrize("key", ["2", "01", "x", "1-1"])
def test_answers_of_an_edition_that_is_not_there_are_not_found(page, client, key):
    make_adopted(page)
    assert client.get(f"{page.url}udgaver/{key}/spoergsmaal/").status_code == 404


def test_the_draft_answers_nothing(page, client):
    make_adopted(page)
    edit(page, [principle(1, heading="Hemmeligt svar", questions=["2"])])
    response = shown(client, page.url + "spoergsmaal/")
    assert "Hemmeligt svar" not in response.content.decode()
    assert "Det svarer udgave 1 ikke på endnu." in part(response, 2)


def test_each_question_names_the_passages_that_answer_it(page, client):
    edition = make_adopted(page)
    response = shown(client, page.url + "spoergsmaal/")
    codes = [entry["code"] for entry in edition.texts.get().content]
    for code in codes[:2]:
        assert f'href="{page.passage_url(code)}"' in part(response, 1)
    assert "Princip 1s overskrift" in part(response, 1)
    assert "Kort om 1." in part(response, 1)
    assert "Kort om 3." in part(response, 5)
    assert "ikke på endnu" not in part(response, 1)
    assert "Udgave 1 svarer på 2 af de 8." in response.content.decode()


def test_without_a_hearing_silence_offers_no_form(page, client):
    make_adopted(page)
    assert "Skriv, hvad du mener" not in part(shown(client, page.url + "spoergsmaal/"), 2)


def test_in_a_hearing_silence_leads_to_the_form_and_tells_what_the_draft_says(page, client):
    make_adopted(page)
    answered = principle(4, heading="Et nyt svar", questions=["2"])
    hearing = make_hearing(edit(page, [principle(1), answered]))
    response = shown(client, page.url + "spoergsmaal/")
    assert "Udkast til udgave 2 er i høring og svarer" in part(response, 2)
    assert "Et nyt svar" in part(response, 2)
    assert f"/hoeringer/{hearing.pk}/bemaerk/" in part(response, 4)
    assert "Et nyt svar" not in part(response, 4)


def test_an_older_edition_keeps_its_answers_at_its_address(page, client):
    make_adopted(page)
    make_adopted(edit(page, [principle(1, questions=["8"])]))
    assert "Kort om 1." in part(shown(client, page.url + "udgaver/1/spoergsmaal/"), 1)
    assert "Kort om 1." in part(shown(client, page.url + "spoergsmaal/"), 8)


def test_in_english_the_danish_words_of_an_untranslated_edition_are_marked(page, client):
    make_adopted(page)
    english = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    english.live = True
    english.save()
    response = shown(client, english.url + "questions/")
    assert "This is not answered by edition 1 yet." in part(response, 2)
    assert 'lang="da"' in part(response, 1)


def test_the_front_page_leads_to_the_answers(page, client):
    make_adopted(page)
    assert f'href="{page.url}spoergsmaal/"' in shown(client, "/da/").content.decode()


def test_the_answers_cost_the_same_however_many_there_are(
    page, client, django_assert_max_num_queries
):
    make_adopted(edit(page, [principle(n) for n in range(1, 50)]))
    make_hearing(page)
    shown(client, page.url + "spoergsmaal/")
    with django_assert_max_num_queries(BUDGET):
        shown(client, page.url + "spoergsmaal/")
