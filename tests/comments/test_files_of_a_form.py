"""A form with files: they survive a refusal and the preview, and come with the comment, once."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError

from comments import limits
from comments.form import files as form_files
from comments.models import Attachment, Comment, WaitingFile
from tests.comments.citizen import HERE, TOKEN, WORDS, address, post, token_for
from tests.factories.comments import close, make_hearing
from tests.factories.files import pdf, picture, upload

pytestmark = pytest.mark.django_db
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
BOX = re.compile(r'name="remove" value="(\d+)"')


@pytest.fixture
def hearing(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    return make_hearing()


def send(client, hearing, *uploads, headers=HERE, **fields):
    """Send the form as a browser does that has a field for files."""
    values = {**WORDS, "token": token_for(hearing), **fields, "files": list(uploads)}
    return client.post(address(hearing), values, headers=headers)


def press(client, hearing, page, step, **more):
    fields = {name: unescape(value) for name, value in HIDDEN.findall(page)}
    return post(client, address(hearing), {**fields, "step": step, **more})


def names(comment=None) -> list[str]:
    return [file.name for file in Attachment.objects.order_by("pk")]


def test_a_file_that_is_refused_keeps_the_text_and_the_other_files(client, hearing):
    bad = SimpleUploadedFile("ond.svg", b"<svg onload=alert(1)>")
    response = send(client, hearing, upload(), bad)
    page = response.content.decode()
    assert response.status_code == 422
    assert "ond.svg" in page
    assert 'href="#f-files"' in page
    assert WORDS["text"] in page
    assert "foto.jpg" in page
    assert not Comment.objects.exists()
    assert send(client, hearing).status_code == 303
    assert names() == ["foto.jpg"]


def test_a_form_that_is_refused_for_its_text_keeps_the_files(client, hearing):
    response = send(client, hearing, upload(), text="")
    assert response.status_code == 422
    assert BOX.search(response.content.decode())
    assert send(client, hearing).status_code == 303
    assert names() == ["foto.jpg"]


def test_one_too_many_and_one_too_large_are_told_by_name(client, hearing, settings):
    many = [upload(f"{n}.pdf", pdf(pages=n)) for n in range(1, 5)]
    page = send(client, hearing, *many).content.decode()
    assert "“4.pdf” er ikke taget med" in page
    assert WaitingFile.objects.count() == 3
    settings.COMMENT_FILE_MEGABYTES = 0
    page = send(client, hearing, upload("stor.pdf", pdf())).content.decode()
    assert "“stor.pdf” er for stor" in page
    assert WORDS["text"] in page


def test_another_site_can_not_store_files(client, hearing):
    response = send(client, hearing, upload(), headers={**HERE, "Origin": "https://evil.example"})
    assert response.status_code == 403
    assert not WaitingFile.objects.exists()
    assert "Vælg den igen" in response.content.decode()


def test_a_closed_hearing_stores_none(client, hearing):
    token = token_for(hearing)
    close(hearing)
    assert send(client, hearing, upload(), token=token).status_code == 409
    assert not WaitingFile.objects.exists()


def test_too_many_from_one_network_are_stopped_and_the_text_stays(client, hearing, monkeypatch):
    monkeypatch.setattr(form_files, "TAKING", (limits.Limit("few", 1, 600),))
    assert send(client, hearing, upload(), step="preview").status_code == 200
    response = send(client, hearing, upload("b.pdf", pdf()), step="preview")
    assert response.status_code == 422
    assert WORDS["text"] in response.content.decode()
    assert WaitingFile.objects.count() == 1


PART = b'--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n%s\r\n'


@pytest.mark.parametrize(
    "body",
    [
        PART % b"\xff\xfe" + b"--x--\r\n",
        PART % b"a" * 41 + b"--x--\r\n",
        PART.replace(b"form-data", b"form-data; filename=a") % b"x" * 30 + b"--x--\r\n",
        b"--y--",
        b"",
    ],
)
def test_what_is_no_form_is_a_400(client, hearing, body):
    kind = "multipart/form-data; boundary=x"
    response = client.generic("POST", address(hearing), body, kind, headers=HERE)
    assert response.status_code == 400
    assert not Comment.objects.exists()


def test_a_locked_database_says_that_files_must_be_chosen_again(client, hearing, monkeypatch):
    def locked(*args, **kwargs):
        raise OperationalError("database is locked")

    monkeypatch.setattr("comments.form.views.find_target", locked)
    response = send(client, hearing, upload())
    page = response.content.decode()
    assert response.status_code == 503
    assert WORDS["text"] in page
    assert 'type="file"' in page


def test_where_none_are_wanted_the_form_has_no_field_and_takes_no_files(client, hearing, settings):
    settings.COMMENT_FILES = 0
    page = client.get(address(hearing)).content.decode()
    assert "multipart" not in page
    assert 'type="file"' not in page
    assert send(client, hearing, upload()).status_code == 400


def test_they_go_through_the_preview_and_come_with_the_comment(client, hearing):
    form = client.get(address(hearing))
    assert 'enctype="multipart/form-data"' in form.content.decode()
    token = unescape(TOKEN.search(form.content.decode())[1])
    files = (upload(), upload("Brev.PDF", pdf()))
    page = send(client, hearing, *files, token=token, step="preview").content.decode()
    assert "foto.jpg" in page
    assert "Brev.pdf" in page
    assert not Comment.objects.exists()
    assert press(client, hearing, page, "send")["Location"].startswith("/da/")
    assert names() == ["foto.jpg", "Brev.pdf"]
    assert not WaitingFile.objects.exists()


def test_one_is_taken_out_at_the_preview_and_the_rest_is_sent(client, hearing):
    files = (upload(), upload("b.pdf", pdf()))
    page = send(client, hearing, *files, step="preview").content.decode()
    press(client, hearing, page, "send", remove=BOX.findall(page)[0])
    assert names() == ["b.pdf"]


def test_correcting_goes_back_to_the_form_with_the_files(client, hearing):
    page = send(client, hearing, upload(), step="preview").content.decode()
    again = press(client, hearing, page, "edit").content.decode()
    assert "foto.jpg" in again
    assert 'type="file"' in again


@pytest.mark.parametrize("fault", ["old", "other"])
def test_a_new_token_takes_the_files_along(client, hearing, fault):
    first = token_for(hearing, age=25 * 3600) if fault == "old" else token_for(hearing, whole=True)
    response = send(client, hearing, upload(), token=first)
    page = response.content.decode()
    assert response.status_code in (400, 422)
    assert "foto.jpg" in page
    assert send(client, hearing, token=unescape(TOKEN.search(page)[1])).status_code == 303
    assert names() == ["foto.jpg"]


def test_sent_twice_it_is_one_comment_with_one_set(client, hearing):
    places = {send(client, hearing, upload())["Location"] for _n in range(2)}
    assert len(places) == 1
    assert (Comment.objects.count(), names()) == (1, ["foto.jpg"])
    assert not WaitingFile.objects.exists()


def test_a_file_that_is_added_after_sending_is_not_lost(client, hearing):
    send(client, hearing, upload())
    response = send(client, hearing, upload("b.pdf", pdf()))
    page = response.content.decode()
    assert response.status_code == 409
    assert "b.pdf" in page
    assert send(client, hearing, token=unescape(TOKEN.search(page)[1])).status_code == 303
    assert names() == ["foto.jpg", "b.pdf"]


def test_letters_beyond_ascii_arrive_as_they_were_typed(client, hearing):
    send(client, hearing, upload("Blåbær 🫐.jpg", picture()), text="Rød grød – 🫐")
    assert Comment.objects.get().texts.get().text == "Rød grød – 🫐"
    assert names() == ["Blåbær 🫐.jpg"]
