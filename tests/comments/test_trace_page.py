"""A comment's own page: at an address that stays, with the words that it is about as they read then."""

import re

import pytest
from django.urls import reverse
from django.utils import translation

from comments.actions import decide, erase, redact, translate_comment, withdraw
from policy.models import PolicyPage
from tests.factories.api import ask, policy_of
from tests.factories.comments import (
    make_answer,
    make_comment,
    make_hearing,
    make_reason,
    send,
    wordings_of,
)
from tests.factories.policy import chapter, edit, make_adopted, make_page, make_user, principle

pytestmark = [pytest.mark.django_db, pytest.mark.database]
CANARY = "KANARIE"


@pytest.fixture
def hearing():
    return make_hearing()


def url(comment, language="da", number=None):
    with translation.override(language):
        return reverse("comments:trace", args=[comment.hearing_id, number or comment.number])


def body(client, comment, language="da"):
    response = client.get(url(comment, language))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("status", ["pending", "held", "rejected"])
def test_row_41_what_is_not_public_has_no_page(client, hearing, status):
    comment = make_comment(hearing, status=status, text=CANARY)
    response = client.get(url(comment))
    assert response.status_code == 404
    assert CANARY not in response.content.decode()


def test_what_was_taken_back_before_it_was_public_never_had_a_page(client, hearing):
    comment = make_comment(hearing, status="pending", text=CANARY)
    withdraw(comment=comment)
    assert client.get(url(comment)).status_code == 404


def test_what_is_for_the_municipality_only_has_no_page(client, hearing):
    comment = send(hearing, audience="municipality", text=CANARY).comment
    assert client.get(url(comment)).status_code == 404
    withdraw(comment=comment)
    assert client.get(url(comment)).status_code == 404


def test_what_was_rejected_after_it_was_public_is_gone(client, hearing):
    make_reason()
    comment = make_comment(hearing)
    decide(
        comment=comment,
        seen_version=comment.version,
        action="reject",
        reason="off_topic",
        by=make_user("second"),
    )
    assert client.get(url(comment)).status_code == 404


@pytest.mark.parametrize("take_back", [withdraw, lambda comment: erase(comment=comment, by=None)])
def test_what_was_public_and_taken_back_leaves_a_plain_note(client, hearing, take_back):
    comment = make_comment(hearing, text=CANARY, name=CANARY, name_is_public=True, stance="against")
    make_answer(comment, texts={"da": CANARY})
    take_back(comment=comment)
    response = client.get(url(comment))
    page = response.content.decode()
    assert response.status_code == 410
    assert "Afsenderen har trukket den tilbage" in page
    assert CANARY not in page
    assert "noindex" in page


@pytest.mark.parametrize("number", [0, 2, 10**20])
def test_a_number_that_nobody_has_is_a_404(client, hearing, number):
    comment = make_comment(hearing)
    assert client.get(url(comment, number=number or "0")).status_code == 404


def test_a_comment_is_not_found_under_another_hearing(client, hearing):
    comment = make_comment(hearing)
    other = url(comment).replace(f"/{hearing.pk}/", f"/{hearing.pk + 1}/")
    assert client.get(other).status_code == 404


def test_the_original_of_a_shortened_comment_is_not_on_its_page(client, hearing):
    comment = make_comment(hearing, text=f"{CANARY} larmer", proposal=CANARY)
    redact(comment=comment, by=make_user("m"), text="[navn] larmer")
    page = body(client, comment)
    assert CANARY not in page
    assert "larmer" in page


def test_the_page_has_the_words_the_answer_and_what_they_are_about(client, hearing):
    wording = wordings_of(hearing)[0]
    comment = make_comment(hearing, wording=wording, text="Svar <b>før</b>.", stance="support")
    make_answer(comment, texts={"da": "Det gør vi nu."})
    page = body(client, comment)
    for said in ("Svar &lt;b&gt;før", "Det gør vi nu.", wording.heading, "<span>For</span>"):
        assert said in page
    assert "Ingen udgave gælder endnu." in page


def test_words_in_another_language_are_marked(client, hearing):
    comment = make_comment(hearing, text="Odpowiadajcie szybciej.", language="pl")
    assert re.search(r'lang="pl"[^>]*><p>Odpowiadajcie', body(client, comment))
    translate_comment(comment=comment, by=make_user("t"), language="da", text="Svar hurtigere.")
    page = body(client, comment)
    assert "Svar hurtigere." in page
    assert re.search(r'lang="pl"[^>]*><p>Odpowiadajcie', page)


def test_the_passage_is_shown_as_it_read_then_and_as_it_reads_now(client):
    page = make_page()
    hearing = make_hearing(page)
    wording = wordings_of(hearing)[0]
    comment = make_comment(hearing, wording=wording)
    make_adopted(page)
    assert "lyder på samme måde" in body(client, comment)
    edit(page, [chapter(), principle(1, heading="Vi svarer inden en uge")])
    make_adopted(page)
    shown = body(client, comment)
    then, now = shown.split('id="now-heading"')
    assert wording.heading in then
    assert "Vi svarer inden en uge" not in then
    assert "Vi svarer inden en uge" in now


def test_a_comment_on_the_whole_names_the_text(client, hearing):
    comment = make_comment(hearing, whole=True)
    shown = body(client, comment)
    assert "handler om hele teksten" in shown
    assert "now-heading" not in shown


def test_the_page_leads_to_its_data_its_feeds_and_its_place_among_the_others(client, hearing):
    comments = [make_comment(hearing, whole=True) for _n in range(21)]
    shown = body(client, comments[20])
    assert f"?page=2#b{comments[20].number}" in shown
    query = re.search(r'href="(/api/v1/comments\?[^"]+)"', shown)[1].replace("&amp;", "&")
    [found] = client.get(query).json()["items"]
    assert found["number"] == comments[20].number
    assert found["pages"][0]["url"].endswith(url(comments[20]))
    assert shown.count('type="application/atom+xml"') >= 2


def test_a_number_means_nothing_to_the_api_without_a_policy(client, hearing):
    comment = make_comment(hearing)
    policy = policy_of(PolicyPage.objects.get(translation_key=hearing.edition.policy_id))
    assert [i["number"] for i in ask("/comments", policy=policy, number=1)["items"]] == [1]
    assert ask("/comments", policy=policy, number=2)["items"] == []
    assert client.get(f"/api/v1/comments?number={comment.number}").status_code == 404


def test_threads_lead_to_it_and_the_old_anchors_still_work(client, hearing):
    comment = make_comment(hearing)
    page = client.get(hearing_page(hearing)).content.decode()
    assert f'href="{url(comment)}"' in page
    assert 'id="b1"' in page


def hearing_page(hearing):
    with translation.override("da"):
        return reverse("comments:hearing", args=[hearing.pk])


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_page_is_the_same_for_all(client, hearing, language):
    make_answer(comment := make_comment(hearing))
    first = client.get(url(comment, language))
    assert not first.cookies
    assert "Cookie" not in first.get("Vary", "")
    again = client.get(url(comment, language), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304


def test_it_costs_the_same_however_much_was_said(client, hearing, django_assert_max_num_queries):
    make_answer(comment := make_comment(hearing))
    client.get(url(comment))
    for _n in range(5):
        make_answer(make_comment(hearing))
    with django_assert_max_num_queries(18):
        client.get(url(comment))
