"""Journal packages in the admin: who may ask for them and take them, and what is written down."""

import io
import zipfile

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from comments.journal import package as journal
from comments.journal.making import make_package
from comments.models import JournalPackage, PackageState
from tests.factories.accounts import make_staff
from tests.factories.comments import make_comment, make_hearing
from tests.factories.policy import make_page, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quick(tmp_path, settings, monkeypatch):
    settings.PRIVATE_ROOT = tmp_path
    monkeypatch.setattr(journal, "print_volume", lambda *args: b"%PDF-1.7 as if")


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def moderator(client):
    client.force_login(make_staff("moderator"))
    return client


def page_of(hearing):
    return reverse("comments_journal", args=[hearing.pk])


def file_of(package):
    return reverse("comments_journal_file", args=[package.pk])


def made(hearing):
    make_comment(hearing)
    return make_package(package=JournalPackage.objects.create(hearing=hearing))


@pytest.mark.parametrize("role", ["editor", "translator", "facilitator"])
def test_others_neither_ask_nor_take(client, hearing, role):
    client.force_login(make_staff(role))
    package = made(hearing)
    for answer in (
        client.get(page_of(hearing)),
        client.post(page_of(hearing)),
        client.get(file_of(package)),
    ):
        assert answer.status_code in (302, 403)
        assert "zip" not in answer.get("Content-Type", "")
    assert JournalPackage.objects.count() == 1


def test_nobody_takes_one_without_a_login(client, hearing):
    answer = client.get(file_of(made(hearing)))
    assert answer.status_code == 302
    assert "login" in answer["Location"]


@pytest.mark.parametrize("state", [s for s in PackageState if s != PackageState.MADE])
def test_what_is_not_there_is_not_found(moderator, hearing, state):
    package = JournalPackage.objects.create(hearing=hearing, state=state)
    assert moderator.get(file_of(package)).status_code == 404


def test_a_number_that_is_not_there_is_told_and_nothing_is_made(moderator, hearing):
    for number in ("9", "x", "-1", "9" * 40):
        answer = moderator.post(page_of(hearing), {"number": number})
        assert answer.status_code == 200
        assert answer.context["form"].errors["number"]
        assert "<title>Fejl:" in answer.content.decode().replace("\n", "").replace("  ", "")
    assert not JournalPackage.objects.exists()


def test_a_number_of_another_hearing_is_not_there(moderator, hearing):
    make_comment(make_hearing(make_page(slug="en-anden")))
    assert moderator.post(page_of(hearing), {"number": "1"}).status_code == 200
    assert not JournalPackage.objects.exists()


def test_a_moderator_asks_and_takes_and_both_are_written_down(moderator, hearing):
    make_comment(hearing)
    assert moderator.post(page_of(hearing), {"number": ""}).status_code == 302
    package = make_package(package=JournalPackage.objects.get())
    assert package.asked_by.get_username() == "member moderator"
    page = moderator.get(page_of(hearing)).content.decode()
    assert f'href="{file_of(package)}"' in page
    assert package.sha256 in page
    answer = moderator.get(file_of(package))
    assert answer["Content-Disposition"].startswith('attachment; filename="journal-hoering-om-')
    assert "no-store" in answer["Cache-Control"]
    with zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content))) as archive:
        assert "index.json" in archive.namelist()
    done = ModelLogEntry.objects.filter(content_type__model="journalpackage").order_by("pk")
    assert [entry.action for entry in done] == ["comments.ask_package", "comments.take_package"]


def test_the_list_costs_the_same_however_many_there_are(
    moderator, hearing, django_assert_num_queries
):
    made(hearing)
    moderator.get(page_of(hearing))
    with CaptureQueriesContext(connection) as few:
        moderator.get(page_of(hearing))
    for _n in range(30):
        JournalPackage.objects.create(hearing=hearing, asked_by=make_user())
    assert len(few) < 20
    with django_assert_num_queries(len(few)):
        moderator.get(page_of(hearing))
