"""A sender asks for erasure; staff erase everything of hers, or say why they can't."""

import datetime

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import translation
from wagtail.search.models import IndexEntry

from comments.actions import ask_erasure, erase, refuse_erasure
from comments.actions.erasure import month_after
from comments.errors import AlreadyDecided, NotPossible
from comments.models import Attachment, CommentText, ErasureRequest, Finding, Sender
from comments.signals import comment_words_changed
from notifications.models import MailStatus, OutgoingMail
from tests.comments.citizen import HERE, post
from tests.factories.comments import make_comment, make_hearing, make_report, send
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ANNA = "anna@viby.example"
CANARY = "Kanariefugl"


@pytest.fixture
def hearing(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    return make_hearing()


def url(name, sent):
    with translation.override("da"):
        return reverse(f"comments:{name}", args=[sent.receipt_secret])


def full(hearing, **fields):
    """Return a comment with words, sender, finding and a file, all of them the canary's."""
    comment = make_comment(
        hearing,
        text=f"{CANARY} ring på 86 12 34 56",
        name=CANARY,
        email=ANNA,
        proposal=CANARY,
        **fields,
    )
    file = Attachment(comment=comment, name="a.pdf", content_type="application/pdf", size=1)
    file.file.save("a.pdf", ContentFile(CANARY.encode()))
    return comment


@pytest.mark.parametrize(
    ("day", "due"),
    [
        ((2026, 11, 24), (2026, 12, 24)),
        ((2026, 12, 5), (2027, 1, 5)),
        ((2027, 1, 31), (2027, 2, 28)),
    ],
)
def test_the_answer_is_due_a_month_later(day, due):
    assert month_after(datetime.date(*day)) == datetime.date(*due)


@pytest.mark.parametrize("status", ["pending", "held", "published", "rejected"])
def test_row_85_nothing_of_the_sender_is_left_and_the_number_stays(
    hearing, status, django_capture_on_commit_callbacks
):
    comment = full(hearing, status=status)
    stored = Attachment.objects.get().file
    number, before = comment.number, comment.decisions.count()
    with django_capture_on_commit_callbacks(execute=True):
        erase(comment=comment, by=make_user("m2"))
    for model in (Sender, CommentText, Finding, Attachment):
        assert not model.objects.exists()
    assert not stored.storage.exists(stored.name)
    comment.refresh_from_db()
    assert (comment.status, comment.number) == ("withdrawn", number)
    assert comment.decisions.count() == before + 1
    assert comment.decisions.last().action == "erase"


def test_row_85_files_of_a_report_that_were_made_before_are_gone_too(
    hearing, client, settings, django_capture_on_commit_callbacks
):
    comment, report = full(hearing), make_report(hearing)
    with translation.override("da"):
        url = reverse("comments:hearing_report_file", args=[hearing.pk, report.number, "docx"])
    assert client.get(url).status_code == 200
    made = list(settings.PRIVATE_ROOT.rglob("docx-*"))
    assert made
    with django_capture_on_commit_callbacks(execute=True):
        erase(comment=comment, by=None)
    assert not list(settings.PRIVATE_ROOT.rglob("docx-*"))


def test_the_index_hears_of_it(hearing):
    heard = []

    def listen(comment, **kwargs):
        heard.append((comment.pk, comment.public_words()))

    comment = full(hearing)
    comment_words_changed.connect(listen)
    try:
        erase(comment=comment, by=make_user("m2"))
    finally:
        comment_words_changed.disconnect(listen)
    assert heard == [(comment.pk, "")]
    assert not IndexEntry.objects.filter(title__contains=CANARY).exists()


def test_what_is_erased_is_not_erased_or_asked_for_again(hearing):
    comment = full(hearing)
    erase(comment=comment, by=make_user("m2"))
    with pytest.raises(NotPossible):
        erase(comment=comment, by=None)
    with pytest.raises(NotPossible):
        ask_erasure(comment=comment)


def test_asked_twice_it_is_one_request_and_the_receipt_says_by_when(client, hearing):
    sent = send(hearing)
    assert url("erase", sent) in client.get(url("receipt", sent)).content.decode()
    assert "inden en måned" in client.get(url("erase", sent)).content.decode()
    assert ErasureRequest.objects.count() == 0
    for _n in range(2):
        assert post(client, url("erase", sent))["Location"] == url("receipt", sent)
    assert ErasureRequest.objects.count() == 1
    page = client.get(url("receipt", sent)).content.decode()
    assert "Du bad os om at slette den" in page
    assert url("erase", sent) not in page


def test_another_site_can_not_ask(client, hearing):
    headers = {**HERE, "Origin": "https://evil.example"}
    assert post(client, url("erase", send(hearing)), headers=headers).status_code == 403
    assert ErasureRequest.objects.count() == 0


def test_a_refusal_says_why_on_the_receipt_and_by_mail(client, hearing):
    sent = send(hearing, email=ANNA, confirmed=True)
    asked, by = ask_erasure(comment=sent.comment), make_user("m2")
    with pytest.raises(NotPossible):
        refuse_erasure(request=asked, by=by, answer=" ")
    refuse_erasure(request=asked, by=by, answer="Vi skal gemme <b>den</b>.")
    with pytest.raises(AlreadyDecided):
        refuse_erasure(request=asked, by=by, answer="Igen.")
    page = client.get(url("receipt", sent)).content.decode()
    assert "Vi skal gemme &lt;b&gt;den&lt;/b&gt;." in page
    assert url("erase", sent) in page
    assert "Vi skal gemme" in OutgoingMail.objects.get(kind="not_erased").text


def test_the_last_mail_tells_that_it_is_erased_and_given_up_mails_are_emptied(client, hearing):
    sent = send(hearing, email=ANNA, confirmed=True)
    OutgoingMail.objects.update(status=MailStatus.PARKED)
    ask_erasure(comment=sent.comment)
    erase(comment=sent.comment, by=make_user("m2"))
    assert OutgoingMail.objects.get(kind="erased").to == ANNA
    assert OutgoingMail.objects.get(kind="confirm").to == ""
    page = client.get(url("receipt", sent)).content.decode()
    assert "Din bemærkning er slettet" in page
    assert "Slettet for altid" in page


def test_staff_see_what_waits_and_answer_it(client, admin_client, hearing):
    sent = send(hearing, text=f"{CANARY} <b>x</b>")
    asked = ask_erasure(comment=sent.comment)
    screen = reverse("comments_erasure", args=[asked.pk])
    assert screen in admin_client.get(reverse("erasure_requests:index")).content.decode()
    assert f"{CANARY} &lt;b&gt;x&lt;/b&gt;" in admin_client.get(screen).content.decode()
    refused = admin_client.post(screen, {"action": "refuse", "answer": ""})
    assert refused.status_code == 200
    assert admin_client.post(screen, {"action": "erase"}).status_code == 302
    asked.refresh_from_db()
    assert asked.state == "granted"
    assert CANARY not in admin_client.get(screen).content.decode()
    assert client.get(screen).status_code == 302
