"""What the detector finds is written down as kinds and places, never as words."""

import pytest
from django.urls import reverse

from comments.models import Comment, Finding
from tests.comments.citizen import address, post, token_for
from tests.factories.comments import make_hearing, send
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db
CPR = "010190-1234"


@pytest.fixture
def hearing():
    return make_hearing()


def found(comment):
    return list(comment.findings.values_list("kind", "start", "length"))


def test_a_plain_text_has_no_findings_and_waits(hearing):
    comment = send(hearing).comment
    assert (found(comment), comment.status) == ([], "pending")


def test_a_cpr_number_holds_the_comment_and_its_place_is_known(hearing):
    text = f"Mit CPR-nummer er {CPR}, tak."
    comment = send(hearing, text=f"  {text}").comment
    assert comment.status == "held"
    [(kind, start, length)] = found(comment)
    assert (kind, text[start : start + length]) == ("cpr", CPR)


@pytest.mark.parametrize("field", ["proposal", "name", "district"])
def test_a_cpr_number_elsewhere_holds_it_too_and_has_no_place_in_the_text(hearing, field):
    comment = send(hearing, **{field: f"CPR {CPR}"}).comment
    assert comment.status == "held"
    assert ("cpr", 0, 0) in found(comment)


def test_a_telephone_number_is_written_down_and_holds_nothing(hearing):
    comment = send(hearing, text="Ring til mig på telefon 20 12 34 56.").comment
    assert comment.status == "pending"
    assert [kind for kind, *_place in found(comment)] == ["phone"]


def test_a_form_sent_in_haste_has_a_finding_about_the_whole(client, hearing):
    post(client, address(hearing), token=token_for(hearing, age=1))
    assert found(Comment.objects.get()) == [("hasty", 0, 0)]


def test_a_repeat_writes_no_finding_again(hearing):
    send(hearing, text=f"CPR {CPR}", nonce="one")
    send(hearing, text=f"CPR {CPR}", nonce="one")
    assert Finding.objects.count() == 1


def test_who_typed_it_in_is_known(hearing):
    clerk = make_user("moderator")
    assert send(hearing, by=clerk, source="letter").comment.entered_by == clerk


def test_the_moderator_is_told_what_to_look_out_for(hearing, client):
    client.force_login(make_user(superuser=True))
    plain = send(hearing).comment
    assert "Hold øje med" not in screen_of(plain, client)
    noisy = send(hearing, text=f"CPR {CPR}, ring 20 12 34 56.", name=f"Ida {CPR}").comment
    said = screen_of(noisy, client)
    assert f"CPR-nummer: “{CPR}”" in said
    assert "Telefonnummer: “20 12 34 56”" in said
    assert "<li>CPR-nummer</li>" in said


def screen_of(comment, client) -> str:
    return client.get(reverse("comments_decide", args=[comment.pk])).content.decode()
