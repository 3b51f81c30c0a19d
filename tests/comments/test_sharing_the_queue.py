"""Who takes a comment, what staff note about it, and personal data that a key can't publish."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from comments.actions import assign, decide, erase, write_note
from comments.errors import NotPossible
from comments.models import Assignment, InternalNote
from tests.comments.test_queue_screens import address, body, bulk, choose, seen
from tests.factories.comments import make_comment, make_hearing, make_reason, send
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db
CPR = "Mit CPR-nummer er 010190-1234, ring til mig på 20 12 34 56."


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def mette():
    return member("moderator", "mette")


@pytest.fixture
def as_mette(client, mette):
    client.force_login(mette)
    return client


def member(role, name):
    user = make_user(name, first_name=name.title())
    user.groups.add(Group.objects.get(name=role))
    return user


def test_a_comment_is_not_given_to_who_may_not_decide(hearing, mette):
    comment = send(hearing).comment
    with pytest.raises(NotPossible):
        assign(comment=comment, to=member("translator", "tove"), by=mette)


def test_what_is_decided_is_given_to_nobody(hearing, mette):
    with pytest.raises(NotPossible):
        assign(comment=make_comment(hearing), to=mette, by=mette)


@pytest.mark.parametrize("to", ["x", "0", "translator"])
def test_a_person_who_is_not_on_the_page_is_refused(as_mette, hearing, to):
    to = str(member("translator", "tove").pk) if to == "translator" else to
    comment = send(hearing).comment
    as_mette.post(reverse("comments_assign", args=[comment.pk]), {"to": to})
    assert not Assignment.objects.exists()


def test_given_to_somebody_else_the_next_one_comes(as_mette, mette, hearing):
    first, second = send(hearing).comment, send(hearing).comment
    karim = member("moderator", "karim")
    url = reverse("comments_assign", args=[first.pk])
    assert as_mette.post(url, {"to": karim.pk})["Location"] == address(second)
    assert as_mette.post(url, {"to": mette.pk})["Location"] == address(first)
    assert Assignment.objects.get().to == mette
    as_mette.post(url, {"to": ""})
    assert not Assignment.objects.exists()


def test_assigned_to_one_it_can_be_decided_by_another(as_mette, hearing):
    comment = send(hearing).comment
    assign(comment=comment, to=member("moderator", "karim"), by=None)
    assert "Karim" in body(as_mette.get(address(comment)))
    choose(as_mette, comment, "publish")
    comment.refresh_from_db()
    assert comment.is_public


@pytest.mark.parametrize("text", ["", " \n ", "x" * 4001])
def test_a_note_without_words_or_too_long_is_refused(hearing, mette, text):
    with pytest.raises(NotPossible):
        write_note(comment=send(hearing).comment, by=mette, text=text)


def test_a_note_is_for_those_who_decide_or_answer_and_for_no_citizen(client, hearing, mette):
    sent = send(hearing)
    write_note(comment=sent.comment, by=mette, text="Ring til <b>skolen</b>")
    decide(comment=sent.comment, seen_version=1, action="publish", by=mette)
    for role, reads in (("editor", True), ("moderator", True), ("translator", False)):
        client.force_login(member(role, f"en-{role}"))
        assert ("skolen" in body(client.get(address(sent.comment)))) == reads
    client.logout()
    receipt = reverse("comments:receipt", args=[sent.receipt_secret])
    assert "skolen" not in body(client.get(receipt))
    assert "skolen" not in body(client.get("/api/v1/comments/"))


def test_notes_go_with_the_comment_that_is_erased(hearing, mette):
    comment = send(hearing).comment
    write_note(comment=comment, by=mette, text="Hun hedder Anne.")
    erase(comment=comment, by=mette)
    assert not InternalNote.objects.exists()


def test_row_50_a_cpr_number_is_published_only_by_who_says_so(as_mette, hearing):
    comment = send(hearing, text=CPR).comment
    choose(as_mette, comment, "publish")
    comment.refresh_from_db()
    assert comment.status == "held"
    assert "is_sure" in body(as_mette.get(address(comment) + "?step=anyway"))
    choose(as_mette, comment, "publish", is_sure="1")
    comment.refresh_from_db()
    assert comment.is_public


def test_row_50_among_many_it_is_published_without_the_number(as_mette, hearing):
    found, plain = send(hearing, text=CPR).comment, send(hearing).comment
    address = bulk("publish_comments", [found, plain])
    page = body(as_mette.get(address))
    assert page.count("Offentliggøres uden 2 oplysninger.") == 1
    as_mette.post(address, seen([found, plain]))
    found.refresh_from_db()
    assert found.is_public
    assert "010190" not in found.public_words()
    plain.refresh_from_db()
    assert plain.is_public


def test_the_short_way_publishes_without_what_was_found(as_mette, hearing):
    comment = send(hearing, text=CPR).comment
    assert "Offentliggør uden 2 oplysninger" in body(as_mette.get(address(comment)))
    choose(as_mette, comment, "publish_without")
    comment.refresh_from_db()
    assert comment.is_public
    public = comment.texts.public().get().text
    assert public == "Mit CPR-nummer er [CPR-nummer], ring til mig på [telefonnummer]."


def test_shortening_and_publishing_is_one_thing_or_none(as_mette, hearing):
    comment = send(hearing, text="Jens larmer").comment
    choose(as_mette, comment, "shorten_and_publish", text="Jens larmer ikke")
    comment.refresh_from_db()
    assert (comment.status, comment.texts.count()) == ("pending", 1)
    choose(as_mette, comment, "shorten_and_publish", text="[navn] larmer")
    comment.refresh_from_db()
    assert comment.is_public


def test_each_reason_shows_the_letter_that_the_sender_gets(as_mette, hearing):
    make_reason(text="Vi har taget navnet ud.")
    page = body(as_mette.get(address(send(hearing).comment) + "?step=reject"))
    assert "Vi har taget navnet ud." in page
    assert 'aria-keyshortcuts="1"' in page


def test_an_unknown_step_shows_the_page(as_mette, hearing):
    page = body(as_mette.get(address(send(hearing).comment) + "?step=%3Cb%3E"))
    assert 'value="publish"' in page
    assert "<b>%" not in page
