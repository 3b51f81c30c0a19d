"""Mails are rows written with their cause, and say nothing that is not theirs to say."""

import datetime

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.actions import confirm_email, decide, withdraw
from comments.states import Audience
from notifications.keys import MailKey
from notifications.models import MailStatus, OutgoingMail
from notifications.outbox import Draft, write
from notifications.receivers import write_answers
from tests.factories.comments import (
    close,
    make_answer,
    make_comment,
    make_hearing,
    make_reason,
    send,
)
from tests.factories.home import make_settings
from tests.factories.policy import make_adopted, make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ANNA = "anna@viby.example"


@pytest.fixture
def hearing(settings):
    settings.BASE_URL = "https://samskabelse.viby.example"
    make_settings()
    page = make_page()
    make_adopted(page)
    return make_hearing(page, answers_due=datetime.date(2027, 1, 31))


def mails(kind=None):
    found = OutgoingMail.objects.order_by("pk")
    return list(found.filter(kind=kind) if kind else found)


def test_without_an_address_no_mail_is_written(hearing):
    comment = make_comment(hearing)
    make_answer(comment)
    assert mails() == []


def test_what_is_rolled_back_writes_no_mail(hearing):
    with transaction.atomic():
        send(hearing, email=ANNA)
        transaction.set_rollback(True)
    assert mails() == []


def test_row_9_the_first_mail_asks_for_a_button_and_has_none_of_the_senders_words(hearing):
    sent = send(hearing, email=ANNA, text="Køb billige ure på ure.example", name="Ure ApS")
    (mail,) = mails()
    assert (mail.kind, mail.to, mail.language) == (MailKey.CONFIRM, ANNA, "da")
    assert mail.subject == "Er det din mailadresse? Bemærkning nr. 1"
    link = f"https://samskabelse.viby.example/da/kvittering/{sent.receipt_secret}/bekraeft/"
    assert link in mail.text
    for word in ("ure.example", "Ure ApS", "billige"):
        assert word not in mail.text + mail.subject
    assert "Viby Kommune, Byrådssekretariatet" in mail.text


def test_once_confirmed_the_receipt_comes_with_number_and_address(hearing):
    sent = send(hearing, email=ANNA, text="Køb billige ure på ure.example")
    confirm_email(comment=sent.comment, receipt_secret=sent.receipt_secret, wants_receipt=True)
    (mail,) = mails(MailKey.RECEIPT)
    assert (mail.to, mail.subject) == (ANNA, "Vi har din bemærkning, nr. 1")
    link = f"https://samskabelse.viby.example/da/kvittering/{sent.receipt_secret}/"
    assert link in mail.text.splitlines()
    assert "ure.example" not in mail.text
    assert "Svaret kommer senest 31. januar 2027." in mail.text


def test_who_does_not_want_the_receipt_by_mail_gets_none(hearing):
    send(hearing, email=ANNA, confirmed=True)
    assert mails(MailKey.RECEIPT) == []


def test_an_address_that_nobody_confirmed_gets_no_other_mail(hearing):
    make_reason()
    published = make_comment(hearing, email=ANNA, confirmed=False)
    make_comment(hearing, status="rejected", email="bo@viby.example", confirmed=False)
    make_answer(published)
    assert {mail.kind for mail in mails()} == {MailKey.CONFIRM}


def test_a_date_that_is_not_set_takes_its_paragraph_with_it():
    make_settings()
    sent = send(make_hearing(), email=ANNA)
    confirm_email(comment=sent.comment, receipt_secret=sent.receipt_secret, wants_receipt=True)
    (mail,) = mails(MailKey.RECEIPT)
    assert "senest" not in mail.text
    assert "{" not in mail.text


def test_the_same_form_twice_writes_one_mail(hearing):
    for _n in range(2):
        send(hearing, email=ANNA, nonce="one form")
    assert len(mails()) == 1


@pytest.mark.parametrize("address", [ANNA, "Anna@viby.example", "anna+x@viby.example"])
def test_row_29_an_address_gets_one_mail_until_its_owner_answers(hearing, address):
    send(hearing, email=ANNA)
    send(hearing, email=address)
    send(hearing, email="bo@viby.example")
    assert [mail.to for mail in mails()] == [ANNA, "bo@viby.example"]


def test_row_29_an_owner_who_answers_each_gets_three_a_day_and_then_silence(hearing):
    for _n in range(5):
        send(hearing, email=ANNA, confirmed=True)
    assert len(mails(MailKey.CONFIRM)) == 3


def test_row_29_an_unanswered_mail_counts_as_long_as_its_link_lives(hearing):
    for hours, expected in ((47, 1), (49, 2)):
        send(hearing, email=ANNA)
        OutgoingMail.objects.update(created_at=timezone.now() - datetime.timedelta(hours=hours))
        send(hearing, email=ANNA)
        assert len(mails()) == expected


@pytest.mark.parametrize(
    "address",
    [
        "anna@viby.example\nBcc: alle@viby.example",
        "anna@viby.example\r\nSubject: x",
        "anna@viby.example, bo@viby.example",
        "Anna <anna@viby.example>",
        "anna",
        "@viby.example",
    ],
)
def test_row_8_what_is_not_one_address_is_parked_and_kept_out_of_headers(hearing, address):
    send(hearing, email=address)
    for mail in mails():
        assert mail.to in ("", "anna@viby.example")
        assert "\n" not in mail.to + mail.subject
        assert mail.to or (mail.status, mail.last_error) == (MailStatus.PARKED, "not an address")


def test_row_8_a_line_break_in_a_heading_does_not_get_into_the_subject(hearing):
    values = {"number": "1\r\nBcc: alle@viby.example"}
    write(MailKey.RECEIPT, [Draft("x", ANNA, "da", values)])
    assert mails()[0].subject == "Vi har din bemærkning, nr. 1 Bcc: alle@viby.example"


def test_publishing_tells_where_the_comment_stands(hearing):
    comment = make_comment(hearing, email=ANNA)
    (mail,) = mails(MailKey.PUBLISHED)
    address = f"/da/politik/afsnit/{comment.passage.code}/#b1"
    assert f"https://samskabelse.viby.example{address}" in mail.text
    assert comment.texts.get().text not in mail.text


def test_what_is_for_the_municipality_only_is_told_to_be_read_and_no_address_shows_it(hearing):
    comment = send(hearing, email=ANNA, confirmed=True, audience=Audience.MUNICIPALITY).comment
    decide(comment=comment, seen_version=1, action="note", by=make_user("m"))
    (mail,) = mails(MailKey.NOTED)
    assert mail.subject == "Vi har læst din bemærkning nr. 1"
    assert "vises derfor ikke" in mail.text
    assert "http" not in mail.text
    assert comment.texts.get().text not in mail.text


def test_rejecting_gives_the_reason_in_the_senders_language(hearing):
    make_reason("off_topic", language="da")
    make_reason("off_topic", language="en")
    make_comment(hearing, status="rejected", email=ANNA, language="en")
    (mail,) = mails(MailKey.REJECTED)
    assert "(en)." in mail.text
    assert "/en/hearings/" in mail.text
    assert mail.subject == "We can’t show your comment no. 1"


def test_after_the_deadline_nobody_is_invited_to_write_again(hearing):
    make_reason()
    comment = send(hearing, email=ANNA, confirmed=True).comment
    close(hearing)
    comment.refresh_from_db()
    by = make_user("m")
    decide(comment=comment, seen_version=1, action="reject", by=by, reason="off_topic")
    (mail,) = mails(MailKey.REJECTED)
    assert "bemaerk" not in mail.text
    assert "Er du uenig" in mail.text


def test_what_the_sender_did_and_what_is_held_back_writes_no_mail(hearing):
    make_comment(hearing, status="held", email=ANNA)
    withdraw(comment=send(hearing, email="bo@viby.example", confirmed=True).comment)
    assert {mail.kind for mail in mails()} == {MailKey.CONFIRM}


def test_a_second_decision_writes_a_second_mail(hearing):
    make_reason()
    comment = make_comment(hearing, status="rejected", email=ANNA)
    by = make_user("m")
    decide(comment=comment, seen_version=comment.version, action="publish", by=by)
    assert [m.kind for m in mails()] == [MailKey.CONFIRM, MailKey.REJECTED, MailKey.PUBLISHED]


def test_an_answer_is_told_to_everybody_whom_it_answers(hearing):
    comments = [
        make_comment(hearing, email=ANNA),
        make_comment(hearing, email="bo@viby.example", language="en"),
        make_comment(hearing, whole=True, email="cy@viby.example", language="pl"),
        make_comment(hearing),
    ]
    make_answer(*comments, signed_by="Skolekontoret", published=True)
    found = {mail.to: mail for mail in mails(MailKey.ANSWERED)}
    assert set(found) == {ANNA, "bo@viby.example", "cy@viby.example"}
    assert "Skolekontoret har svaret" in found[ANNA].text
    assert found["bo@viby.example"].subject == "Answer to your comment no. 2"
    assert found["cy@viby.example"].language == "da"
    assert "hele teksten" in found["cy@viby.example"].text
    assert "Tak. I har ret." not in found[ANNA].text


def test_a_draft_of_an_answer_writes_no_mail(hearing):
    make_answer(make_comment(hearing, email=ANNA), published=False)
    assert mails(MailKey.ANSWERED) == []


def test_the_number_of_queries_does_not_grow_with_those_who_are_answered(hearing):
    counts = []
    for number in (1, 6):
        comments = [make_comment(hearing, email=f"p{n}@viby.example") for n in range(number)]
        response = make_answer(*comments, published=False)
        with CaptureQueriesContext(connection) as queries:
            write_answers(response)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_every_mail_has_a_message_id_of_its_own(hearing):
    make_comment(hearing, email=ANNA)
    ids = [mail.message_id for mail in mails()]
    assert len(set(ids)) == 2
    assert all(i.startswith("<") and i.endswith("@kommune.example>") for i in ids)
