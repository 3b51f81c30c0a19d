"""Rows 18 and 28: a login that is there is not read, and an address in a comment is no link."""

import pytest

from comments.models import Comment
from tests.comments.citizen import address, post, token_for
from tests.factories.comments import make_comment, make_hearing
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db
LOOKALIKE = "https://viby.example.evil.example/log-ind"


@pytest.fixture
def hearing():
    return make_hearing()


def test_row_28_what_a_moderators_browser_sends_is_a_citizens_and_waits(client, hearing):
    client.force_login(make_user("moderator", superuser=True))
    assert post(client, address(hearing), token=token_for(hearing)).status_code == 303
    comment = Comment.objects.get()
    assert (comment.status, comment.source) == ("pending", "form")
    assert [decision.by for decision in comment.decisions.all()] == [None]


def test_row_28_the_form_is_the_same_with_a_login_and_without(client, hearing):
    def shown() -> str:
        page = client.get(address(hearing)).content.decode()
        return page.partition('name="token"')[0]

    plain = shown()
    client.force_login(make_user("moderator", superuser=True))
    assert shown() == plain


@pytest.mark.parametrize(
    "text", [LOOKALIKE, f"Læs {LOOKALIKE} nu", "www.evil.example", "a@evil.example"]
)
def test_row_18_an_address_in_a_comment_is_words(client, hearing, text):
    comment = make_comment(hearing, text=text)
    for place in ("", f"bemaerkninger/{comment.number}/"):
        page = client.get(f"/da/hoeringer/{hearing.pk}/{place}").content.decode()
        assert text in page
        assert 'href="https://viby.example.evil' not in page
        assert 'href="http://www.evil' not in page
        assert "mailto:a@evil" not in page
