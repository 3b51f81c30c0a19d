"""Row 19: a CPR number is read on the comment's own page, where the look is noted, and in no list or mail."""

import pytest
from django.urls import reverse

from comments.models import Look
from notifications.models import OutgoingMail
from tests.factories.comments import make_comment, make_hearing, send

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NUMBER = "010190-1234"
LIST = "wagtailsnippets_comments_comment:list"


@pytest.fixture
def hearing():
    return make_hearing()


def test_row_19_the_list_covers_it_and_the_page_shows_it_and_notes_who_looked(
    hearing, admin_client
):
    comment = send(hearing, text=f"Mit nummer er {NUMBER}, ring til mig.").comment
    listed = admin_client.get(reverse(LIST)).content.decode()
    assert NUMBER not in listed
    assert "Mit nummer er [" in listed
    page = admin_client.get(reverse("comments_decide", args=[comment.pk])).content.decode()
    assert NUMBER in page
    assert set(Look.objects.values_list("kind", flat=True)) == {"list", "comment"}


def test_row_19_no_mail_repeats_it(hearing):
    sent = send(hearing, text=f"Mit nummer er {NUMBER}.", email="anna@viby.example", confirmed=True)
    assert sent.comment.findings.filter(kind="cpr").exists()
    for mail in OutgoingMail.objects.all():
        assert NUMBER not in mail.subject + mail.text
    assert OutgoingMail.objects.exists()


def test_what_looks_like_nothing_is_listed_as_it_is(hearing, admin_client):
    make_comment(hearing, text="Svar inden 14 dage, tak.")
    assert "Svar inden 14 dage, tak." in admin_client.get(reverse(LIST)).content.decode()
