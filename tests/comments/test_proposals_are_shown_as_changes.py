"""A proposed wording is shown as a change of the passage, wherever the comment is read."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from comments.actions import redact
from policy.models import PolicyPage
from tests.factories.comments import make_comment, make_hearing, send, wordings_of
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ADDED = "Også i ferien."


@pytest.fixture
def hearing():
    return make_hearing()


def proposing(hearing, words=""):
    """Return a public comment with a line of the passage, and something added, as its proposal."""
    wording = wordings_of(hearing)[0]
    line = max(wording.text.split("\n"), key=len)
    return make_comment(hearing, wording=wording, proposal=words or f"{line} {ADDED}")


def passage_of(comment):
    page = PolicyPage.objects.get(translation_key=comment.policy_id)
    return page.passage_url(comment.passage.code)


def url(name, *args):
    with translation.override("da"):
        return reverse(f"comments:{name}", args=args)


def said(client, address) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_what_is_like_nothing_in_the_passage_is_read_alone(client, hearing):
    comment = proposing(hearing, "Zebra xylofon")
    page = said(client, passage_of(comment))
    assert "Zebra xylofon" in page
    assert "<ins>" not in page


def test_of_a_shortened_comment_no_proposal_is_shown(client, hearing):
    comment = proposing(hearing)
    redact(comment=comment, by=make_user("moderator"), text="[udeladt]")
    for address in (passage_of(comment), url("trace", hearing.pk, comment.number)):
        assert ADDED not in said(client, address)


def test_a_proposal_can_not_write_html(client, hearing):
    line = max(wordings_of(hearing)[0].text.split("\n"), key=len)
    comment = proposing(hearing, f"{line} <b>nu</b>")
    assert "<b>nu" not in said(client, passage_of(comment))


def test_readers_see_what_would_be_added_in_the_passage_the_hearing_and_alone(client, hearing):
    comment = proposing(hearing)
    trace, whole = url("trace", hearing.pk, comment.number), url("hearing", hearing.pk)
    for address in (passage_of(comment), whole, trace):
        page = said(client, address)
        assert "vist som ændring af teksten" in page
        marked = page.split("<ins>")[1].split("</ins>")[0]
        assert ADDED in marked


def test_its_sender_and_the_moderator_see_it_before_it_is_public(client, hearing):
    wording = wordings_of(hearing)[0]
    line = max(wording.text.split("\n"), key=len)
    sent = send(hearing, wording=wording, proposal=f"{line} {ADDED}")
    assert f"{ADDED}</ins>" in said(client, url("receipt", sent.receipt_secret))
    client.force_login(make_user(superuser=True))
    assert f"{ADDED}</ins>" in said(client, reverse("comments_decide", args=[sent.comment.pk]))


def test_many_proposals_cost_no_query_more(client, hearing):
    comment = proposing(hearing)
    address = passage_of(comment)
    client.get(address)
    with CaptureQueriesContext(connection) as one:
        client.get(address)
    for _n in range(4):
        proposing(hearing)
    with CaptureQueriesContext(connection) as five:
        client.get(address)
    assert len(five) == len(one)
