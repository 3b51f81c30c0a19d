"""Words that the site explains are found, each with the place where the glossary has it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from policy.models import Term
from search import queue
from search.models import Document
from tests.factories.home import make_english_home
from tests.factories.policy import make_adopted, make_page, make_term

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def term():
    return make_term("kvælstof", "Et stof, som planter lever af.", "kvælstoffet")


def hits(client, query, path="/da/soeg/"):
    while queue.drain():
        pass
    groups = client.get(f"{path}?{query}").context["groups"]
    return [hit for group in groups if group.kind == "terms" for hit in group.hits]


def test_a_word_that_still_has_the_danish_explanation_is_found_in_danish_alone(client, term):
    make_english_home()
    english = Locale.objects.get(language_code="en")
    copy = term.copy_for_translation(english)
    copy.save()
    assert [hit.language for hit in hits(client, "q=kvælstof&language=all")] == ["da"]
    copy.name, copy.explanation = "nitrogen", "What plants live on."
    copy.save()
    (hit,) = hits(client, "q=nitrogen", "/en/search/")
    assert (hit.language, hit.url) == ("en", f"/en/glossary/#w{copy.pk}")
    term.explanation = copy.explanation
    term.save()
    assert hits(client, "q=nitrogen", "/en/search/") == []


def test_a_word_that_was_deleted_is_found_no_more(client, term):
    assert hits(client, "q=kvælstof")
    term.delete()
    assert hits(client, "q=kvælstof") == []
    assert not Document.objects.filter(kind="terms", is_gone=False).exists()


@pytest.mark.parametrize("typed", ["kvælstof", "kvaelstoffet", "planter"])
def test_it_is_found_by_its_name_its_forms_and_its_explanation(client, term, typed):
    (hit,) = hits(client, f"q={typed}")
    assert (hit.title, hit.url) == ("kvælstof", f"/da/ordliste/#w{term.pk}")


def test_a_word_on_the_second_page_leads_there(client, term):
    Term.objects.bulk_create(
        Term(name=f"aa{number:03}", explanation="Et ord.", locale=term.locale)
        for number in range(60)
    )
    (hit,) = hits(client, "q=kvælstof")
    assert hit.url == f"/da/ordliste/?page=2#w{term.pk}"
    path = hit.url.partition("#")[0]
    assert f'id="w{term.pk}"' in client.get(path).content.decode()


def asking_costs(client) -> int:
    """Ask twice, since the first visitor fills what is kept; return the second one's queries."""
    client.get("/da/soeg/?q=planter&kind=terms")
    with CaptureQueriesContext(connection) as asked:
        client.get("/da/soeg/?q=planter&kind=terms")
    return len(asked)


def test_a_hundred_words_cost_as_much_as_one(client, term):
    make_adopted(make_page())
    hits(client, "q=planter")
    one = asking_costs(client)
    for number in range(100):
        make_term(f"ord{number}", "Noget om planter.")
    assert len(hits(client, "q=planter&kind=terms")) > 1
    assert asking_costs(client) == one
