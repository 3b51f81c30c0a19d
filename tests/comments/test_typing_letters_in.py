"""What came on paper, by e-mail, by telephone or at a meeting: who types it in, and when it is in time."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from comments.actions import enter
from comments.actions.enter import LATE
from comments.errors import HearingNotOpen, NotPossible
from comments.models import NEVER, Comment, Hearing, Sender
from comments.states import CommentStatus
from notifications.models import OutgoingMail
from tests.factories.comments import DAY, close, make_comment, make_hearing, wordings_of
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db
WORDS = "Vi vil gerne have en bænk ved stien."


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def as_role(client):
    def log_in(role, name=""):
        user = make_user(name or f"{role}-bruger")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return log_in


def today():
    return timezone.localdate()


def screen(hearing):
    return reverse("comments_enter", args=[hearing.pk])


def fields(**changed):
    return {
        "nonce": "n1",
        "source": "letter",
        "received_on": today().isoformat(),
        "place": "0",
        "text": WORDS,
        "author_kind": "citizen",
        "name": "Karen Holm",
        "shown": "hidden",
        "language": "da",
        **changed,
    }


def body(response):
    return response.content.decode()


def typed_in(hearing, *, day=None, nonce="x", **changed):
    values = {"text": WORDS, "language": "da", "author_kind": "citizen", "source": "letter"}
    by = changed.pop("by", None) or make_user(f"clerk-{nonce}")
    return enter(
        hearing=hearing,
        wording=None,
        by=by,
        nonce=nonce,
        received_on=day or today(),
        **{**values, **changed},
    )


@pytest.mark.parametrize("role", ["translator", "facilitator"])
def test_others_type_nothing_in(as_role, hearing, role):
    client = as_role(role)
    assert client.get(screen(hearing)).status_code in {302, 403}
    assert client.post(screen(hearing), fields()).status_code in {302, 403}
    assert not Comment.objects.exists()


def test_a_letter_after_the_last_day_is_refused(hearing):
    close(hearing, timezone.now() - 3 * DAY)
    with pytest.raises(HearingNotOpen):
        typed_in(hearing, day=today() - 2 * DAY)


def test_a_letter_from_before_the_hearing_is_refused(hearing):
    with pytest.raises(HearingNotOpen):
        typed_in(hearing, day=today() - 8 * DAY)


def test_a_letter_from_tomorrow_is_refused(hearing):
    with pytest.raises(NotPossible):
        typed_in(hearing, day=today() + DAY)


def test_the_form_is_no_way_that_staff_type_in(hearing):
    with pytest.raises(NotPossible):
        typed_in(hearing, source="form")


def test_a_letter_in_time_is_refused_when_too_long_has_gone_by(hearing):
    closed = timezone.now() - LATE - datetime.timedelta(minutes=1)
    type(hearing).objects.update(opens_at=closed - 20 * DAY, closes_at=closed)
    hearing.refresh_from_db()
    with pytest.raises(HearingNotOpen):
        typed_in(hearing, day=timezone.localdate(hearing.closes_at))
    assert not Comment.objects.exists()


def test_an_empty_letter_keeps_what_was_typed_and_saves_nothing(as_role, hearing):
    response = as_role("moderator").post(screen(hearing), fields(text=" "))
    assert 'role="alert"' in body(response)
    assert "Karen Holm" in body(response)
    assert not Comment.objects.exists()


def test_a_passage_of_another_text_is_refused(as_role, hearing):
    client = as_role("moderator")
    response = client.post(screen(hearing), fields(place="999999"))
    assert 'role="alert"' in body(response)
    assert not Comment.objects.exists()


def test_nobody_gets_the_receipt_of_another_ones_letter(as_role, hearing):
    as_role("moderator", "anna").post(screen(hearing), fields())
    other = as_role("moderator", "bo")
    assert other.get(reverse("comments_entered", args=["n1"])).status_code == 404


def test_the_same_nonce_of_another_person_is_another_letter(hearing):
    typed_in(hearing, nonce="x", by=make_user("anna"))
    typed_in(hearing, nonce="x", by=make_user("bo"))
    assert Comment.objects.count() == 2


def test_a_letter_waits_for_a_moderator_like_any_other(as_role, hearing, client):
    as_role("administrator").post(screen(hearing), fields(shown="name"))
    comment = Comment.objects.get()
    assert comment.status == CommentStatus.PENDING
    assert [d.action for d in comment.decisions.all()] == ["receive"]
    assert (comment.source, comment.entered_by.username) == ("letter", "administrator-bruger")
    assert comment.entered_at is not None
    assert Sender.objects.get().name == "Karen Holm"
    client.logout()
    address = reverse("comments:hearing", args=[hearing.pk])
    assert WORDS not in body(client.get(address))


def test_a_personal_number_in_a_letter_is_held_back(hearing):
    comment = typed_in(hearing, text="Mit nummer er 010190-1234.").comment
    assert comment.status == CommentStatus.HELD


def test_a_letter_that_came_in_time_is_typed_in_after_the_closing(hearing):
    closing = timezone.now() - 3 * DAY
    close(hearing, closing)
    comment = typed_in(hearing, day=timezone.localdate(closing)).comment
    comment.refresh_from_db()
    assert timezone.localdate(comment.received_at) == timezone.localdate(closing)
    assert comment.received_at <= hearing.closes_at < comment.entered_at


def test_a_letter_outside_hearings_has_no_last_day(hearing):
    Hearing.objects.update(kind="standing", closes_at=NEVER)
    hearing.refresh_from_db()
    assert typed_in(hearing).comment.pk
    with pytest.raises(HearingNotOpen):
        typed_in(hearing, day=today() - 30 * DAY)


def test_after_saving_the_form_is_empty_and_keeps_how_and_when_it_came(as_role, hearing):
    client = as_role("editor")
    day = (today() - DAY).isoformat()
    response = client.post(screen(hearing), fields(source="meeting", received_on=day))
    assert response.status_code == 303
    shown = body(client.get(response["Location"]))
    assert WORDS not in shown
    assert "Karen Holm" not in shown
    assert '<option value="meeting" selected>' in shown
    assert f'value="{day}"' in shown or (today() - DAY).strftime("%d.%m.%Y") in shown


def test_the_form_sent_twice_is_one_letter(as_role, hearing):
    client = as_role("moderator")
    first, again = (client.post(screen(hearing), fields()) for _ in range(2))
    assert first["Location"] == again["Location"]
    assert Comment.objects.count() == 1


def test_the_printed_receipt_opens_the_senders_page(as_role, hearing):
    client = as_role("moderator")
    client.post(screen(hearing), fields())
    response = client.get(reverse("comments_entered", args=["n1"]))
    assert "no-store" in response["Cache-Control"]
    code = body(response).split('<dd class="code">')[1].split("</dd>")[0]
    client.logout()
    assert WORDS in body(client.get(reverse("comments:receipt", args=[code])))


def test_a_letter_with_an_address_is_answered_by_mail(as_role, hearing):
    as_role("moderator").post(screen(hearing), fields(email="karen@holm.example"))
    assert OutgoingMail.objects.count() == 1


def test_the_passages_words_are_in_sight(as_role, hearing):
    wording = wordings_of(hearing)[0]
    shown = body(as_role("moderator").get(screen(hearing)))
    assert f'data-entry-words="{wording.pk}"' in shown
    assert wording.text.split("\n", 1)[0][:30] in shown


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("letter", "Skrevet på papir, indtastet af kommunen."),
        ("email", "Sendt som e-mail, indtastet af kommunen."),
        ("phone", "Sagt i telefonen, skrevet ned af kommunen."),
        ("meeting", "Sagt på et møde, skrevet ned af kommunen."),
    ],
)
def test_readers_see_how_it_came(client, hearing, source, said):
    comment = make_comment(hearing, source=source)
    page = client.get(reverse("comments:trace", args=[hearing.pk, comment.number]))
    assert said in body(page)
    [item] = client.get("/api/v1/comments").json()["items"]
    assert item["source"] == source


def test_of_what_came_by_the_form_nothing_is_said(client, hearing):
    comment = make_comment(hearing)
    page = client.get(reverse("comments:trace", args=[hearing.pk, comment.number]))
    assert "af kommunen." not in body(page).split("comment__by")[1].split("</article>")[0]
