"""The API gives editions and passages as they were frozen, and nothing that is not public."""

import datetime

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from policy.freezing import hash_of_text
from tests.factories.api import ask, policy_of
from tests.factories.policy import edit, make_adopted, make_hearing_version, make_page, principle
from tests.factories.translation import make_english
from translation.actions import freeze_translation

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SOON = timezone.now() + datetime.timedelta(days=2)


@pytest.fixture
def page():
    return make_page()


def test_a_policy_without_a_public_edition_is_not_there(page):
    make_hearing_version(page, public_from=SOON)
    assert ask("/policies")["items"] == []
    ask(f"/policies/{policy_of(page)}", 404)
    ask(f"/policies/{policy_of(page)}/editions", 404)
    ask(f"/editions/{policy_of(page)}/1-1", 404)
    ask(f"/editions/{policy_of(page)}/1-1/passages", 404)


def test_an_edition_that_is_not_public_yet_is_not_there_and_not_named(page):
    make_adopted(page)
    make_hearing_version(page, public_from=SOON)
    items = ask(f"/policies/{policy_of(page)}/editions")["items"]
    assert [item["key"] for item in items] == ["1"]
    for below in ("", "/passages", "/fates"):
        ask(f"/editions/{policy_of(page)}/2-1{below}", 404)


@pytest.mark.parametrize("is_above", [True, False])
def test_a_policy_behind_a_password_is_not_there(page, is_above):
    make_adopted(page)
    code = ask(f"/editions/{policy_of(page)}/1/passages")["items"][0]["code"]
    closed = page.get_parent() if is_above else page
    PageViewRestriction.objects.create(page=closed, restriction_type="password", password="x")
    assert ask("/policies")["items"] == []
    ask(f"/policies/{policy_of(page)}", 404)
    ask(f"/editions/{policy_of(page)}/1", 404)
    ask(f"/editions/{policy_of(page)}/1/passages", 404)
    ask(f"/passages/{policy_of(page)}/{code}", 404)


def test_a_policy_whose_page_is_taken_down_is_not_there(page):
    make_adopted(page)
    page.unpublish()
    assert ask("/policies")["items"] == []
    ask(f"/editions/{policy_of(page)}/1", 404)


def test_the_working_text_is_never_seen(page):
    make_adopted(page)
    edit(page, title="Et udkast", body=[principle(9, heading="Kun et udkast")])
    page.get_latest_revision().publish()
    for path in ("/policies", f"/policies/{policy_of(page)}/editions"):
        assert "udkast" not in str(ask(path))
    assert "udkast" not in str(ask(f"/editions/{policy_of(page)}/1/passages"))


def test_a_policy_names_its_edition_in_force(page, settings):
    settings.BASE_URL = "https://kommune.example"
    make_adopted(page)
    make_hearing_version(page)
    found = ask(f"/policies/{policy_of(page)}")
    assert found["in_force"] == "1"
    assert found["titles"] == [
        {"lang": "da", "title": "Samskabelsespolitik", "introduction": "Sådan samarbejder vi."}
    ]
    assert found["pages"] == [{"lang": "da", "url": f"https://kommune.example{page.url}"}]
    assert found["url"] == f"https://kommune.example/api/v1/policies/{policy_of(page)}"
    assert ask("/policies")["items"] == [found]


def test_editions_say_where_they_are_in_their_lives(page):
    today = timezone.localdate()
    make_adopted(page, on=today - datetime.timedelta(days=9))
    make_adopted(page)
    make_adopted(page, in_force_from=today + datetime.timedelta(days=9))
    make_hearing_version(page)
    items = ask(f"/policies/{policy_of(page)}/editions")["items"]
    assert [(item["key"], item["status"], item["based_on"]) for item in items] == [
        ("4-1", "hearing", "3"),
        ("3", "coming", "2"),
        ("2", "in_force", "1"),
        ("1", "superseded", None),
    ]
    assert ask(f"/editions/{policy_of(page)}/2") == items[2]


def test_the_seal_can_be_checked_from_the_answer(page):
    make_adopted(page)
    found = ask(f"/editions/{policy_of(page)}/1/passages")
    content = [
        {
            "passage": item["passage"],
            "code": item["code"],
            "kind": item["kind"],
            "number": item["number"],
            "value": item["value"],
        }
        for item in found["items"]
    ]
    assert hash_of_text(found["title"], found["introduction"], content) == found["sha256"]
    [text] = ask(f"/editions/{policy_of(page)}/1")["texts"]
    assert text["sha256"] == found["sha256"]


def test_passages_come_in_the_language_that_was_asked_for(page):
    edition = make_adopted(page)
    path = f"/editions/{policy_of(page)}/1/passages"
    ask(path, 404, language="en")
    ask(path, 422, language="xx")
    freeze_translation(edition=edition, page=make_english(page))
    assert ask(path)["lang"] == "da"
    assert ask(path) == ask(path, language="da")
    english = ask(path, language="en")
    assert {english["lang"], *(item["lang"] for item in english["items"])} == {"en"}
    assert english["items"][1]["heading"] == "EN " + ask(path)["items"][1]["heading"]
    assert [text["lang"] for text in ask(f"/editions/{policy_of(page)}/1")["texts"]] == ["da", "en"]


def test_a_passage_has_all_its_public_wordings(page):
    make_adopted(page)
    code = ask(f"/editions/{policy_of(page)}/1/passages")["items"][1]["code"]
    edit(page, body=[principle(1, statement="<p>Nye ord.</p>"), principle(2), principle(3)])
    make_adopted(page)
    edit(page, body=[principle(1, statement="<p>Hemmelige ord.</p>")])
    make_hearing_version(page, public_from=SOON)
    found = ask(f"/passages/{policy_of(page)}/{code}")
    assert [item["edition"] for item in found["items"]] == ["1", "2"]
    assert "Nye ord." in found["items"][1]["text"]
    assert "Hemmelige" not in str(found)
    ask(f"/passages/{policy_of(page)}/bcdfgh", 404)
