"""The screens for a spreadsheet of letters: choose it, look at the check, bring it in, fetch the receipts."""

import csv
import io

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from comments.importing import limits
from comments.models import Comment, CommentImport
from tests.factories.comments import make_hearing
from tests.factories.letters import as_csv, as_xlsx, keep, letters
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def as_role(client):
    def log_in(role):
        user = make_user(f"{role}-bruger")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return log_in


def body(response):
    return response.content.decode()


def upload(client, hearing, data, name="breve.xlsx"):
    fields = {"source": "letter", "received_on": "", "file": SimpleUploadedFile(name, data)}
    return client.post(reverse("comments_import", args=[hearing.pk]), fields)


def check_address(kept):
    return reverse("comments_import_check", args=[kept.pk])


def confirm(client, kept, **more):
    columns = {f"column_{field}": str(place) for field, place in kept.columns.items()}
    return client.post(check_address(kept), {**columns, "do": "bring_in", **more})


@pytest.mark.parametrize("role", ["translator", "facilitator"])
def test_others_bring_nothing_in(as_role, hearing, role):
    kept = keep(hearing, as_csv(letters(1)))
    client = as_role(role)
    assert upload(client, hearing, as_csv(letters(1))).status_code in {302, 403}
    assert CommentImport.objects.count() == 1
    assert client.get(check_address(kept)).status_code in {302, 403}
    assert confirm(client, kept).status_code in {302, 403}
    assert not Comment.objects.exists()


@pytest.mark.parametrize("data", [b"", b"%PDF-1", b"PK\x03\x04", b"x" * (limits.BYTES + 1)])
def test_a_file_that_is_not_read_says_why_and_keeps_nothing(as_role, hearing, data):
    response = upload(as_role("moderator"), hearing, data)
    assert response.status_code == 200
    assert 'role="alert"' in body(response)
    assert "Filen er ikke læst" in body(response)
    assert not CommentImport.objects.exists()


def test_rows_with_errors_stop_it_until_they_are_left_out(as_role, hearing):
    client = as_role("moderator")
    upload(client, hearing, as_csv([*letters(2), ("", "due", "i går", "", "<b>Bo")]))
    kept = CommentImport.objects.get()
    shown = body(client.get(check_address(kept)))
    assert "Række 4" in shown
    assert "“due” kendes ikke her." in shown
    assert "<b>Bo" not in shown
    refused = body(confirm(client, kept))
    assert "Nogle rækker har fejl" in refused
    assert not Comment.objects.exists()
    confirm(client, kept, without_faulty="on")
    assert Comment.objects.count() == 2


def test_other_columns_are_shown_before_anything_comes_in(as_role, hearing):
    client = as_role("moderator")
    upload(client, hearing, as_csv(letters(2)))
    kept = CommentImport.objects.get()
    confirm(client, kept, column_text="4", column_name="")
    assert not Comment.objects.exists()
    kept.refresh_from_db()
    assert kept.columns["text"] == 4
    assert "Navn 0" in body(client.get(check_address(kept)))


def test_a_file_without_a_column_of_words_asks_for_it(as_role, hearing):
    client = as_role("moderator")
    upload(client, hearing, as_csv([("a", "b")], headings=("Foo", "Bar")))
    kept = CommentImport.objects.get()
    assert 'role="alert"' in body(client.post(check_address(kept), {"do": "bring_in"}))
    assert not Comment.objects.exists()


def test_a_file_is_checked_brought_in_and_its_receipts_fetched_once(as_role, hearing, client):
    client = as_role("administrator")
    response = upload(client, hearing, as_xlsx(letters(3)))
    kept = CommentImport.objects.get()
    assert response["Location"] == check_address(kept)
    assert "Hent 3 bemærkninger ind" in body(client.get(check_address(kept)))
    done = body(client.get(confirm(client, kept)["Location"]))
    assert "3 bemærkninger er hentet ind: nummer 1 til 3." in done
    assert CommentImport.objects.get().table == []

    address = reverse("comments_import_receipts", args=[kept.pk])
    assert client.get(address).status_code == 405
    receipts = client.post(address)
    assert "no-store" in receipts["Cache-Control"]
    rows = list(csv.reader(io.StringIO(body(receipts).removeprefix("\ufeff")), delimiter=";"))
    assert [row[:2] for row in rows[1:]] == [["2", "1"], ["3", "2"], ["4", "3"]]
    own_page = client.get(reverse("comments:receipt", args=[rows[1][2]]))
    assert "Brev nummer 0." in body(own_page)
    assert client.post(address).status_code == 302
    assert "kan ikke hentes igen" in body(client.get(check_address(kept)))


def test_what_was_brought_in_is_listed(as_role, hearing):
    client = as_role("moderator")
    upload(client, hearing, as_csv(letters(2)), name="høringssvar.csv")
    confirm(client, CommentImport.objects.get())
    shown = body(client.get(reverse("comments_import", args=[hearing.pk])))
    assert "høringssvar.csv" in shown
    assert "2 (1–2)" in shown
    assert timezone.localdate().strftime("%Y") in shown
