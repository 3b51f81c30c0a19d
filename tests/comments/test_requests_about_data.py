"""Somebody asks to see her data, or to have it deleted: a clock, a log, and all tables reached."""

import datetime
import io
import json
import zipfile

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone

from comments import actions
from comments.errors import AlreadyDecided, NotPossible
from comments.models import (
    Attachment,
    CommentText,
    JournalPackage,
    PersonRequest,
    Sender,
)
from comments.privacy import retention
from notifications.models import OutgoingMail, Subscription
from notifications.outbox import address_hash
from tests.factories.comments import make_comment, make_hearing, send
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ANNA = "anna@viby.example"
CANARY = "Kanariefugl"


@pytest.fixture
def hearing(settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    return make_hearing()


@pytest.fixture
def staff():
    return make_user("administrator")


def full(hearing, **fields):
    comment = make_comment(
        hearing, text=f"{CANARY} skrev", name="Anna Holm", email=ANNA, proposal=CANARY, **fields
    )
    file = Attachment(comment=comment, name="brev.pdf", content_type="application/pdf", size=1)
    file.file.save("brev.pdf", ContentFile(f"%PDF {CANARY}".encode()))
    return comment


def follow(email=ANNA, topic="hearing:1"):
    return Subscription.objects.create(
        topic=topic,
        email=email,
        address_hash=address_hash(email),
        language="da",
        rhythm="daily",
        confirmed_at=timezone.now(),
    )


def ask(staff, kind="access", **fields):
    return actions.register_request(kind=kind, by=staff, email=ANNA, **fields)


def archive_of(client, asked, **data):
    answer = client.post(reverse("comments_person_export", args=[asked.pk]), data)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def test_without_an_address_or_a_name_and_from_tomorrow_nothing_is_written_down(staff):
    with pytest.raises(NotPossible):
        actions.register_request(kind="access", by=staff)
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    with pytest.raises(NotPossible):
        ask(staff, received_on=tomorrow)
    assert not PersonRequest.objects.exists()


def test_it_is_due_a_month_later_and_once_two_months_more(staff):
    asked = ask(staff, received_on=datetime.date(2026, 10, 31))
    assert asked.due_on == datetime.date(2026, 11, 30)
    with pytest.raises(NotPossible):
        actions.extend_time(request=asked, because=" ", by=staff)
    actions.extend_time(request=asked, because="Mange papirer.", by=staff)
    asked.refresh_from_db()
    assert (asked.due_on, asked.state) == (datetime.date(2027, 1, 30), "handled")
    with pytest.raises(NotPossible):
        actions.extend_time(request=asked, because="Igen.", by=staff)


def test_it_is_answered_once_and_the_log_says_who_did_what(hearing, staff):
    comment, asked = full(hearing), ask(staff)
    actions.choose_comments(request=asked, ids=[comment.pk, 999_999], by=staff)
    actions.note_export(request=asked, by=staff)
    actions.answer_request(request=asked, answer="Sendt med post.", by=staff)
    with pytest.raises(AlreadyDecided):
        actions.answer_request(request=asked, answer="Igen.", by=staff)
    steps = [(step.kind, step.count, step.by) for step in asked.steps.all()]
    assert steps == [
        ("received", 0, staff),
        ("begun", 0, staff),
        ("found", 1, staff),
        ("exported", 1, staff),
        ("answered", 0, staff),
    ]


def test_what_is_found_says_why(hearing, staff, admin_client):
    own = full(hearing)
    about = make_comment(hearing, text=f"Skriv til {ANNA}.")
    other = make_comment(hearing, text="Noget andet.", email="bo@viby.example")
    asked = ask(staff)
    page = reverse("comments_person_request", args=[asked.pk])
    html = admin_client.get(page).content.decode()
    assert f'value="{own.pk}"' in html
    assert f'value="{about.pk}"' in html
    assert f'value="{other.pk}"' not in html
    sent = send(hearing, text="Uden adresse.")
    html = admin_client.get(page, {"receipt": f"/da/x/{sent.receipt_secret}/"}).content.decode()
    assert f'value="{sent.comment.pk}"' in html
    assert (
        f'value="{other.pk}"' in admin_client.get(page, {"receipt": other.number}).content.decode()
    )
    for hostile in ("\0", "9" * 200, "' OR 1=1"):
        assert admin_client.get(page, {"receipt": hostile}).status_code == 200


def test_one_persons_data_is_taken_out_whole_and_nobody_elses(hearing, staff, admin_client):
    comment = full(hearing)
    make_comment(hearing, text="Et andet menneske", email="bo@viby.example")
    actions.write_note(comment=comment, by=staff, text="Intern tanke")
    JournalPackage.objects.create(hearing=hearing, sha256="abc")
    follow()
    follow("bo@viby.example", "hearing:2")
    asked = ask(staff)
    actions.choose_comments(request=asked, ids=[comment.pk], by=staff)
    with archive_of(admin_client, asked) as archive:
        values = json.loads(archive.read("data.json"))
        page = archive.read("laes-mig.html").decode()
        stored = archive.read(values["comments"][0]["files"][0]["path"])
    assert stored == f"%PDF {CANARY}".encode()
    told = values["comments"][0]
    assert {text["role"] for text in told["texts"]} == {"original", "proposal"}
    assert (told["sender"]["email"], told["sender"]["name"]) == (ANNA, "Anna Holm")
    assert len(told["decisions"]) == comment.decisions.count()
    assert [row["topic"] for row in values["followed"]] == ["hearing:1"]
    assert (
        len(values["mails"]) == OutgoingMail.objects.filter(address_hash=address_hash(ANNA)).count()
    )
    assert [row["sha256"] for row in values["journal_packages"]] == ["abc"]
    everything = json.dumps(values, ensure_ascii=False) + page
    for foreign in ("Et andet menneske", "bo@viby.example", "hearing:2", "Intern tanke"):
        assert foreign not in everything
    assert str(staff) not in everything
    assert CANARY in page
    with archive_of(admin_client, asked, with_notes="on") as archive:
        assert "Intern tanke" in archive.read("data.json").decode()


def test_all_of_a_person_is_erased_from_every_table(hearing, staff, admin_client):
    first, second = full(hearing), full(hearing, status="pending")
    other = make_comment(hearing, text="Et andet menneske", email="bo@viby.example")
    follow()
    asked = ask(staff, kind="erasure")
    page = reverse("comments_person_request", args=[asked.pk])
    admin_client.post(page, {"step": "choose", "c": [first.pk, second.pk]})
    assert admin_client.post(page, {"step": "erase"}).status_code == 302
    assert list(CommentText.objects.values_list("comment", flat=True)) == [other.pk]
    assert list(Sender.objects.values_list("email", flat=True)) == ["bo@viby.example"]
    assert not Attachment.objects.exists()
    assert not Subscription.objects.exists()
    assert not OutgoingMail.objects.filter(to=ANNA).exists()
    assert not OutgoingMail.objects.filter(address_hash=address_hash(ANNA), status="sent").exists()
    assert asked.steps.filter(kind="erased", count=2).exists()


def test_what_a_sender_asks_on_her_receipt_stands_in_the_register_and_closes_with_it(
    hearing, staff
):
    sent = send(hearing, email=ANNA, confirmed=True)
    erasure = actions.ask_erasure(comment=sent.comment)
    asked = PersonRequest.objects.get()
    assert (asked.kind, asked.state, asked.due_on) == ("erasure", "received", erasure.due_on)
    assert (asked.email, asked.name) == ("", "")
    with pytest.raises(NotPossible):
        actions.answer_request(request=asked, answer="Nej.", by=staff)
    with pytest.raises(NotPossible):
        actions.erase_person(request=asked, by=staff)
    actions.erase(comment=sent.comment, by=staff)
    asked.refresh_from_db()
    assert asked.state == "answered"
    assert asked.steps.last().by == staff


def test_after_three_years_nobody_reads_whose_request_it_was(staff):
    asked = ask(staff, words="Hvad har I?")
    actions.answer_request(request=asked, answer="Intet.", by=staff)
    retention.run(at=timezone.now() + datetime.timedelta(days=35 * 30))
    assert PersonRequest.objects.get().email == ANNA
    retention.run(at=timezone.now() + datetime.timedelta(days=37 * 31))
    asked.refresh_from_db()
    assert (asked.email, asked.words, asked.answer) == ("", "", "")
    assert asked.steps.count() == 2


def test_a_new_request_is_written_down_on_the_screen_and_faults_keep_what_was_written(admin_client):
    screen = reverse("comments_new_person_request")
    form = {"kind": "access", "received_on": "i går", "email": ANNA, "words": CANARY}
    refused = admin_client.post(screen, form).content.decode()
    assert CANARY in refused
    assert not PersonRequest.objects.exists()
    done = admin_client.post(screen, {**form, "received_on": "2026-11-02"})
    asked = PersonRequest.objects.get()
    assert done["Location"] == reverse("comments_person_request", args=[asked.pk])
    assert done["Location"] in admin_client.get(reverse("person_requests:index")).content.decode()
