"""Staff add the scan of a letter that they type in. It is seen by staff only, for ever."""

import pytest
from django.db import IntegrityError
from django.urls import reverse

from comments.models import Attachment, Comment, WaitingFile
from tests.comments.test_typing_letters_in import WORDS, fields, screen
from tests.factories.comments import make_hearing
from tests.factories.files import pdf, picture, upload
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    return make_hearing()


@pytest.fixture
def staff(client):
    client.force_login(make_user("m2", superuser=True))
    return client


def send(staff, hearing, *uploads, **changed):
    return staff.post(screen(hearing), {**fields(**changed), "files": list(uploads)})


def test_a_scan_that_is_refused_keeps_what_was_typed_and_the_other_scans(staff, hearing):
    response = send(staff, hearing, upload("side 1.jpg"), upload("side 2.svg", b"<svg/>"))
    page = response.content.decode()
    assert response.status_code == 200
    assert "side 2.svg" in page
    assert WORDS in page
    assert "side 1.jpg" in page
    assert not Comment.objects.exists()
    assert send(staff, hearing).status_code == 303
    assert Attachment.objects.get().name == "side 1.jpg"


def test_a_form_with_another_fault_keeps_the_scans(staff, hearing):
    page = send(staff, hearing, upload("side 1.jpg"), text="").content.decode()
    assert "side 1.jpg" in page
    assert WaitingFile.objects.count() == 1
    send(staff, hearing, remove=WaitingFile.objects.get().pk)
    assert not Attachment.objects.exists()


def test_a_colleague_with_the_same_nonce_does_not_get_them(client, staff, hearing):
    send(staff, hearing, upload(), text="")
    client.force_login(make_user("m3", superuser=True))
    send(client, hearing)
    assert not Attachment.objects.exists()


@pytest.mark.database
def test_the_database_itself_refuses_to_show_a_scan(staff, hearing):
    send(staff, hearing, upload())
    with pytest.raises(IntegrityError):
        Attachment.objects.update(approved_at="2026-01-01T00:00Z")


def test_scans_come_with_the_letter_and_staff_see_them_where_they_decide(staff, hearing):
    send(staff, hearing, upload("side 1.jpg", picture()), upload("side 2.pdf", pdf()))
    comment = Comment.objects.get()
    assert [file.is_scan for file in comment.attachments.all()] == [True, True]
    page = staff.get(reverse("comments_decide", args=[comment.pk])).content.decode()
    assert "side 2.pdf" in page
    assert "scanning af brevet" in page
    assert 'name="file"' not in page


def test_sent_twice_it_is_one_letter_with_one_set(staff, hearing):
    for _n in range(2):
        send(staff, hearing, upload())
    assert (Comment.objects.count(), Attachment.objects.count()) == (1, 1)
