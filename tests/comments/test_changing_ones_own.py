"""A sender changes her own comment until it is decided, and disagrees with a rejection once."""

import pytest
from django.urls import reverse
from django.utils import translation

from comments.actions import appeal, decide, edit, redact, withdraw
from comments.errors import AlreadyDecided, NotPossible
from comments.models import CommentText
from tests.comments.citizen import HERE, post
from tests.factories.comments import make_comment, make_hearing, make_reason, send
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
OTHER = {**HERE, "Origin": "https://evil.example"}


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def rejected(hearing):
    make_reason()
    sent = send(hearing)
    by = make_user("first")
    decide(comment=sent.comment, seen_version=1, action="reject", reason="off_topic", by=by)
    return sent


def url(name, sent):
    with translation.override("da"):
        return reverse(f"comments:{name}", args=[sent.receipt_secret])


def words(comment):
    return dict(comment.texts.values_list("role", "text"))


@pytest.mark.parametrize("status", ["published", "rejected"])
def test_what_is_decided_about_can_not_be_changed(hearing, status):
    comment = make_comment(hearing, status=status)
    with pytest.raises(NotPossible, match="allerede læst"), translation.override("da"):
        edit(comment=comment, seen_version=comment.version, text="Noget andet.")
    assert "andet" not in words(comment)["original"]


def test_what_is_withdrawn_or_emptied_can_not_be_changed(hearing):
    comment = send(hearing).comment
    with pytest.raises(NotPossible):
        edit(comment=comment, seen_version=1, text="\u200b ")
    withdraw(comment=comment)
    with pytest.raises(NotPossible):
        edit(comment=comment, seen_version=2, text="Noget andet.")


def test_row_48_a_moderator_who_read_the_old_words_must_look_again(hearing):
    comment = send(hearing).comment
    edit(comment=comment, seen_version=1, text="Noget andet.")
    with pytest.raises(AlreadyDecided):
        decide(comment=comment, seen_version=1, action="publish", by=make_user("m"))
    comment.refresh_from_db()
    assert (comment.status, comment.version) == ("pending", 2)


def test_a_sender_who_saw_another_version_must_look_again(hearing):
    comment = send(hearing).comment
    redact(comment=comment, by=make_user("m"), text="Jeg synes, [udeladt].")
    with pytest.raises(AlreadyDecided):
        edit(comment=comment, seen_version=1, text="Noget andet.")


def test_only_the_new_words_are_kept(hearing):
    comment = send(hearing, proposal="Gamle ord.", stance="support").comment
    redact(comment=comment, by=make_user("m"), text="Jeg synes, [udeladt].")
    edit(comment=comment, seen_version=comment.version, text="Noget andet.", stance="against")
    assert words(comment) == {"original": "Noget andet."}
    comment.refresh_from_db()
    assert comment.stance == "against"
    assert comment.decisions.last().action == "edit"


def test_new_words_with_a_cpr_number_are_held_back_and_old_findings_go(hearing):
    comment = send(hearing).comment
    edit(comment=comment, seen_version=1, text="Mit CPR-nummer er 010190-1234.")
    assert (comment.status, comment.findings.filter(kind="cpr").count()) == ("held", 1)
    edit(comment=comment, seen_version=comment.version, text="Uden nummer.")
    assert (comment.status, comment.findings.count()) == ("held", 0)


def test_the_page_shows_the_words_and_stores_the_new_ones(client, hearing):
    sent = send(hearing, text="Mine ord.")
    page = client.get(url("edit", sent)).content.decode()
    assert "Mine ord." in page
    assert url("edit", sent) in client.get(url("receipt", sent)).content.decode()
    response = post(client, url("edit", sent), text="Nye <b>ord</b>.", version=1)
    assert (response.status_code, response["Location"]) == (303, url("receipt", sent))
    assert words(sent.comment)["original"] == "Nye <b>ord</b>."
    assert "Nye &lt;b&gt;ord&lt;/b&gt;." in client.get(url("receipt", sent)).content.decode()


@pytest.mark.parametrize(
    ("fields", "headers", "status"),
    [
        ({"text": "Nye ord.", "version": 1}, OTHER, 403),
        ({"text": "Nye ord.", "version": 9}, HERE, 409),
        ({"text": "Nye ord.", "version": 1, "stance": "x"}, HERE, 422),
        ({"text": "Nye ord.", "version": "x"}, HERE, 422),
    ],
)
def test_what_is_refused_keeps_the_text_on_the_page(client, hearing, fields, headers, status):
    sent = send(hearing)
    response = post(client, url("edit", sent), fields, headers=headers)
    assert response.status_code == status
    assert "Nye ord." in response.content.decode()
    assert "<title>Fejl:" in response.content.decode()
    assert "Nye" not in words(sent.comment)["original"]


def test_changed_too_late_the_words_are_there_to_copy(client, hearing):
    sent = send(hearing)
    decide(comment=sent.comment, seen_version=1, action="publish", by=make_user("m"))
    response = post(client, url("edit", sent), text="Nye ord.", version=1)
    page = response.content.decode()
    assert response.status_code == 409
    assert "<blockquote" in page
    assert "Nye ord." in page
    assert url("edit", sent) not in client.get(url("receipt", sent)).content.decode()


@pytest.mark.parametrize("status", ["pending", "held", "published"])
def test_only_a_rejection_can_be_disagreed_with(hearing, status):
    comment = make_comment(hearing, status=status)
    with pytest.raises(NotPossible):
        appeal(comment=comment, text="Jeg er uenig.")


def test_whoever_rejected_can_not_decide_about_the_appeal(rejected):
    comment = rejected.comment
    appeal(comment=comment, text="Jeg er uenig.")
    first = comment.decisions.get(action="reject").by
    for action, reason in (("publish", ""), ("reject", "off_topic")):
        with pytest.raises(NotPossible, match="somebody else"), translation.override("en"):
            decide(comment=comment, seen_version=3, action=action, reason=reason, by=first)
    decide(comment=comment, seen_version=3, action="publish", by=make_user("second"))
    assert comment.status == "published"


def test_after_two_rejections_it_stays_so(rejected):
    comment = rejected.comment
    appeal(comment=comment, text="Jeg er uenig.")
    by = make_user("second")
    decide(comment=comment, seen_version=3, action="reject", reason="off_topic", by=by)
    with pytest.raises(NotPossible):
        appeal(comment=comment, text="Stadig uenig.")


def test_the_words_of_an_appeal_are_for_staff_and_never_public(client, admin_client, rejected):
    response = post(client, url("appeal", rejected), text="Jeg er nu uenig.")
    assert response.status_code == 303
    rejected.comment.refresh_from_db()
    assert rejected.comment.status == "appealed"
    receipt = client.get(url("receipt", rejected)).content.decode()
    assert "En anden medarbejder ser på den" in receipt
    assert url("appeal", rejected) not in receipt
    screen = admin_client.get(reverse("comments_decide", args=[rejected.comment.pk]))
    assert "Jeg er nu uenig." in screen.content.decode()
    decide(comment=rejected.comment, seen_version=3, action="publish", by=make_user("second"))
    assert "Jeg er nu uenig." not in CommentText.objects.public().values_list("text", flat=True)
    assert "nu uenig" not in rejected.comment.public_words()


def test_an_appeal_without_words_or_from_elsewhere_is_refused(client, rejected):
    assert post(client, url("appeal", rejected), text=" ").status_code == 422
    response = post(client, url("appeal", rejected), text="Uenig.", headers=OTHER)
    assert response.status_code == 403
    assert "Uenig." in response.content.decode()
    assert rejected.comment.decisions.count() == 2
