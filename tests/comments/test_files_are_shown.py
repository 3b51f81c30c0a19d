"""Nothing that came with a comment is public until somebody approved it, and it goes when that goes."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from comments.actions import erase, withdraw
from comments.models import Attachment
from policy.models import PolicyPage
from tests.factories.comments import make_comment, make_hearing, send
from tests.factories.files import make_file
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def hearing(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    return make_hearing()


@pytest.fixture
def moderator():
    return make_user("m2")


def url(name, *args):
    with translation.override("da"):
        return reverse(f"comments:{name}", args=args)


def address(file) -> str:
    return url("file", file.comment.hearing_id, file.comment.number, file.pk)


def thread(comment) -> str:
    return url("hearing", comment.hearing_id)


def page_of(client, comment) -> str:
    return client.get(url("trace", comment.hearing_id, comment.number)).content.decode()


def test_a_file_that_nobody_approved_is_neither_named_nor_given_out(client, hearing):
    file = make_file(make_comment(hearing))
    assert client.get(address(file)).status_code == 404
    assert file.name not in page_of(client, file.comment)
    assert file.name not in client.get(thread(file.comment)).content.decode()


@pytest.mark.parametrize("status", ["pending", "held", "rejected"])
def test_an_approved_file_waits_for_its_comment(client, hearing, moderator, status):
    file = make_file(make_comment(hearing, status=status), approved_by=moderator)
    assert client.get(address(file)).status_code == 404


def test_the_scan_of_a_letter_is_never_given_out(client, hearing):
    file = make_file(make_comment(hearing), is_scan=True)
    assert client.get(address(file)).status_code == 404
    assert file.name not in page_of(client, file.comment)


def test_an_approved_file_stands_with_its_comment_wherever_that_is(client, hearing, moderator):
    file = make_file(make_comment(hearing), approved_by=moderator)
    for page in (page_of(client, file.comment), client.get(thread(file.comment)).content.decode()):
        assert address(file) in page
        assert file.name in page


def test_a_pdf_is_saved_and_not_opened_and_can_do_nothing(client, hearing, moderator):
    file = make_file(make_comment(hearing), name='Blå "bær".pdf', approved_by=moderator)
    response = client.get(address(file))
    assert response.status_code == 200
    assert b"".join(response.streaming_content).startswith(b"%PDF-")
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''Bl%C3%A5%20%22")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


def test_another_comments_number_or_hearing_does_not_open_it(client, hearing, moderator):
    file = make_file(make_comment(hearing), approved_by=moderator)
    number, other = file.comment.number, make_comment(hearing).number
    for args in ((hearing.pk, other, file.pk), (hearing.pk + 1, number, file.pk)):
        assert client.get(url("file", *args)).status_code == 404
    assert client.get(url("file", hearing.pk, number, 10**19)).status_code == 404


@pytest.mark.parametrize("away", ["withdrawn", "erased", "unpublished", "lost"])
def test_when_its_comment_goes_it_is_gone_at_once(client, hearing, moderator, away):
    file = make_file(make_comment(hearing), approved_by=moderator)
    assert client.get(address(file)).status_code == 200
    if away == "withdrawn":
        withdraw(comment=file.comment)
    elif away == "erased":
        erase(comment=file.comment, by=moderator)
    elif away == "unpublished":
        PolicyPage.objects.get().unpublish()
    else:
        file.file.storage.delete(file.file.name)
    assert client.get(address(file)).status_code == 404


def test_the_receipt_tells_what_became_of_each(client, hearing, moderator):
    sent = send(hearing)
    make_file(sent.comment)
    make_file(sent.comment, name="scan.pdf", is_scan=True)
    receipt = url("receipt", sent.receipt_secret)
    page = client.get(receipt).content.decode()
    assert "Dine filer" in page
    assert "venter på at blive set" in page
    assert "scan.pdf" not in page
    comment = make_comment(hearing, nonce="shown")
    file = make_file(comment, name="vist.pdf", approved_by=moderator)
    make_file(comment, name="skjult.pdf")
    secret = send(hearing, nonce="shown").receipt_secret
    page = client.get(url("receipt", secret)).content.decode()
    assert address(file) in page
    assert "vises ikke" in page


def test_a_thread_asks_nothing_about_files_where_there_are_none_and_once_where_there_are(
    client, hearing, moderator
):
    comments = [make_comment(hearing) for _n in range(4)]

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            client.get(thread(comments[0]))
        return len(asked)

    cost()
    without = cost()
    for comment in comments:
        for n in range(2):
            make_file(comment, name=f"{n}.pdf", approved_by=moderator)
    assert Attachment.objects.public().count() == 8
    assert cost() == without + 1
