"""The API gives the public dialogue in the words that everybody may see, and nobody's address."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from comments.actions import redact, translate_comment
from comments.models import CommentText
from tests.factories.api import ask, policy_of
from tests.factories.comments import make_answer, make_comment, make_hearing, wordings_of
from tests.factories.policy import make_page, make_user
from tests.factories.translation import make_english

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def hearing(page):
    return make_hearing(page)


def test_a_hearing_that_has_not_begun_is_not_there(page):
    soon = timezone.now() + datetime.timedelta(days=3)
    later = make_hearing(page, opens_at=soon, closes_at=soon + datetime.timedelta(days=9))
    assert ask("/hearings")["items"] == []
    ask(f"/hearings/{later.pk}", 404)


@pytest.mark.parametrize("status", ["pending", "held", "rejected"])
def test_what_is_not_published_is_not_there(hearing, status):
    make_comment(hearing, status=status)
    assert ask("/comments")["items"] == []
    assert ask(f"/hearings/{hearing.pk}")["comments"] == 0


def test_a_sender_is_named_only_as_far_as_she_wants(hearing):
    private = {"email": "anne@example.org", "name": "Anne Hemmelig"}
    make_comment(hearing, **private)
    make_comment(hearing, **{**private, "name": "Bo Kendt"}, name_is_public=True)
    make_comment(hearing, **{**private, "name": "Byforeningen"}, author_kind="association")
    found = ask("/comments")
    assert [item["author"] for item in found["items"]] == [
        {"kind": "citizen", "name": None, "district": "Vesterby"},
        {"kind": "citizen", "name": "Bo Kendt", "district": None},
        {"kind": "association", "name": "Byforeningen", "district": None},
    ]
    assert "Hemmelig" not in str(found)
    assert "example.org" not in str(found)


def test_what_was_covered_is_not_said_in_any_text(hearing):
    comment = make_comment(hearing, text="Naboen Hansen larmer.", proposal="Hansen skal holde op.")
    translate_comment(comment=comment, by=make_user(), language="en", text="Hansen is noisy.")
    redact(comment=comment, by=make_user(), text="Naboen [navn] larmer.")
    [found] = ask("/comments")["items"]
    assert found["texts"] == [{"role": "redacted", "lang": "da", "text": "Naboen [navn] larmer."}]
    assert "Hansen" not in comment.public_words()
    assert CommentText.objects.filter(text__contains="Hansen").exists()


def test_a_comment_has_its_words_in_every_language_and_its_place(hearing, page, settings):
    settings.BASE_URL = "https://kommune.example"
    make_english(page)
    comment = make_comment(hearing, text="Godt.", proposal="Bedre ord.", stance="support")
    translate_comment(comment=comment, by=make_user(), language="en", text="Good.")
    [found] = ask("/comments")["items"]
    assert found["texts"] == [
        {"role": "original", "lang": "da", "text": "Godt."},
        {"role": "translation", "lang": "en", "text": "Good."},
        {"role": "proposal", "lang": "da", "text": "Bedre ord."},
    ]
    code = comment.passage.code
    assert (found["passage"], found["edition"], found["lang"]) == (code, "1-1", "da")
    assert found["stance"] == "support"
    assert [place["lang"] for place in found["pages"]] == ["da", "en"]
    with translation.override("da"):
        own = reverse("comments:trace", args=[hearing.pk, comment.number])
    danish = f"https://kommune.example{own}"
    assert found["pages"][0]["url"] == danish


def test_comments_are_narrowed_by_policy_edition_passage_and_hearing(hearing, page):
    other = make_hearing(make_page(slug="anden"))
    second = wordings_of(hearing)[1]
    for where, fields in [
        (hearing, {}),
        (hearing, {"wording": second}),
        (hearing, {"whole": True}),
        (other, {}),
    ]:
        make_comment(where, **fields)
    policy = policy_of(page)

    def numbers(**query):
        return [(i["policy"] == policy, i["number"]) for i in ask("/comments", **query)["items"]]

    assert numbers(policy=policy) == numbers(hearing=hearing.pk) == [(True, n) for n in (1, 2, 3)]
    assert numbers(hearing=other.pk) == [(False, 1)]
    assert numbers(policy=policy, passage=second.passage.code) == [(True, 2)]
    assert numbers(policy=policy, edition="1-1") == [(True, 1), (True, 2), (True, 3)]
    assert numbers(policy=policy, edition="2") == numbers(policy=policy, hearing=other.pk) == []


def test_an_answer_that_is_a_draft_is_not_there(hearing):
    make_answer(make_comment(hearing), published=False)
    assert ask("/responses")["items"] == []
    assert ask("/outcomes")["items"] == []


def test_an_answer_names_only_comments_that_are_public(hearing):
    shown, hidden = make_comment(hearing), make_comment(hearing)
    make_answer(shown, hidden)
    type(hidden).objects.filter(pk=hidden.pk).update(status="withdrawn")
    [response] = ask("/responses", hearing=hearing.pk)["items"]
    assert response["comments"] == [shown.number]
    assert [text["lang"] for text in response["texts"]] == ["da", "en"]
    [outcome] = ask("/outcomes")["items"]
    assert (outcome["comment"], outcome["result"]) == (shown.number, "changed")
    assert outcome["edition"] == "1-1"
    assert outcome["passages"] == [shown.passage.code]


def test_a_hearing_tells_when_and_why(hearing, page):
    found = ask(f"/hearings/{hearing.pk}")
    assert found["is_open"] is True
    assert found["opens_at"].endswith("Z")
    assert {words["lang"] for words in found["purposes"]} == {"da", "en"}
    assert ask("/hearings", policy=policy_of(page))["items"] == [found]
