"""A spreadsheet of letters: every row checked, all of them in or none, and nothing twice."""

import datetime
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.actions import forget_old_imports, match_columns, take_receipts
from comments.actions.bring_in import receipt_secret
from comments.errors import Refused
from comments.importing.rows import check_rows
from comments.models import Comment, CommentImport, CommentText, Decision, Finding, Sender
from comments.receipts import hash_of
from comments.states import CommentStatus
from notifications.models import OutgoingMail
from tests.factories.comments import DAY, close, make_hearing, send, wordings_of
from tests.factories.letters import HEADINGS, as_csv, as_xlsx, bring, keep, letters
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BUDGET = 25  # questions to the database for a file of ten rows
ROWS_A_QUESTION = 20  # so many more rows cost one more: SQLite takes 999 values in a statement
A_MAIL = 12  # questions for a row whose sender gets a mail
HELD = 4  # questions for a row that is held back
TODAY = timezone.localdate


@pytest.fixture
def hearing():
    return make_hearing()


def check(kept):
    return check_rows(
        hearing=kept.hearing, table=kept.table, columns=kept.columns, defaults=kept.defaults
    )


def row(**said):
    cells = {"Tekst": "Godt.", "Kilde": "brev", "Modtaget": TODAY().isoformat(), "Afsnit": ""}
    return tuple({**cells, "Navn": "", **said}[heading] for heading in HEADINGS)


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"Tekst": ""}, "Den mangler."),
        ({"Tekst": "\u3164"}, "Skriv din bemærkning."),
        ({"Tekst": "x" * 5001}, "tegn"),
        ({"Kilde": "due"}, "“due” kendes ikke her."),
        ({"Modtaget": "i går"}, "“i går” er ikke en dag."),
        ({"Modtaget": "31.2.2026"}, "er ikke en dag."),
        ({"Modtaget": ""}, "Den mangler."),
        ({"Modtaget": "1.1.2020"}, "mens høringen var åben"),
        ({"Modtaget": "1.1.2090"}, "fremtiden"),
        ({"Afsnit": "Princip 99"}, "“Princip 99” kendes ikke her."),
        ({"Navn": "x" * 121}, "120"),
    ],
)
def test_a_row_with_an_error_says_what_and_where(hearing, said, error):
    kept = keep(hearing, as_csv([row(**said), row(Tekst="Fint.")]))
    wrong, right = check(kept)
    assert wrong.line == 2
    assert error in " ".join(wrong.errors)
    assert right.is_new
    with pytest.raises(Refused):
        bring(kept)
    assert not Comment.objects.exists()
    bring(kept, without_faulty=True)
    assert [text.text for text in CommentText.objects.all()] == ["Fint."]


def test_columns_that_were_changed_since_are_not_brought_in(hearing):
    kept = keep(hearing, as_csv(letters(2)))
    match_columns(comment_import=kept, columns={"text": 4})
    with pytest.raises(Refused):
        bring(kept)
    assert not Comment.objects.exists()


def test_a_failure_on_the_way_leaves_nothing(hearing, monkeypatch):
    kept = keep(hearing, as_csv(letters(3)))
    monkeypatch.setattr(Finding.objects, "bulk_create", lambda *a, **k: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        bring(kept)
    assert not any(m.objects.exists() for m in (Comment, CommentText, Sender, Decision))
    monkeypatch.undo()
    assert bring(kept).first_number == 1


def test_the_same_file_twice_brings_nothing_in_twice(hearing):
    data = as_csv(letters(4))
    bring(keep(hearing, data))
    again = keep(hearing, as_xlsx(letters(5)))
    assert [r.is_new for r in check(again)] == [False] * 4 + [True]
    bring(again)
    assert Comment.objects.count() == 5
    with pytest.raises(Refused):
        bring(keep(hearing, data))


def test_an_import_is_brought_in_once(hearing):
    kept = keep(hearing, as_csv(letters(2)))
    bring(kept)
    with pytest.raises(Refused):
        bring(kept)
    assert Comment.objects.count() == 2


def test_a_row_that_stands_twice_comes_in_once_and_another_senders_as_well(hearing):
    rows = [row(Navn="Anna"), row(Navn="Anna"), row(Navn="Bo")]
    kept = keep(hearing, as_csv(rows))
    assert [r.same_as for r in check(kept)] == [0, 2, 0]
    bring(kept)
    assert Comment.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_two_imports_of_one_file_at_once_make_no_double():
    hearing = make_hearing()
    kept = [keep(hearing, as_csv(letters(20)), by=make_user(name)) for name in ("anna", "bo")]
    barrier = Barrier(2)

    def run(one):
        try:
            barrier.wait(timeout=20)
            return bring(one)
        except Refused as refusal:
            return refusal
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(run, kept))
    assert sum(isinstance(result, Refused) for result in made) == 1
    assert sorted(Comment.objects.values_list("number", flat=True)) == list(range(1, 21))


def test_the_receipts_are_given_once(hearing):
    done = bring(keep(hearing, as_csv(letters(3))))
    receipts = take_receipts(comment_import=done)
    assert [(line, number) for line, number, _s in receipts] == [(2, 1), (3, 2), (4, 3)]
    for _line, number, secret in receipts:
        assert Comment.objects.get(number=number).receipt_hash == hash_of(secret)
    with pytest.raises(Refused):
        take_receipts(comment_import=done)


def test_no_receipt_begins_as_a_formula():
    assert not {receipt_secret(1, number)[0] for number in range(2000)} & set("=+-@")


def test_rows_become_comments_that_wait_like_any_other(hearing):
    send(hearing)
    passage = wordings_of(hearing)[1]
    rows = [
        row(Afsnit=passage.short_label.upper(), Navn="Karen", Kilde="Telefon"),
        row(Tekst="Mit nummer er 010190-1234.", Afsnit=passage.passage.code),
    ]
    done = bring(keep(hearing, as_xlsx(rows)))
    first, second = Comment.objects.filter(number__gte=2).order_by("number")
    assert (done.first_number, done.last_number, done.table) == (2, 3, [])
    assert (first.status, first.source) == (CommentStatus.PENDING, "phone")
    assert first.wording == second.wording == passage
    assert second.status == CommentStatus.HELD
    assert [d.action for d in second.decisions.all()] == ["receive", "hold"]
    assert Finding.objects.filter(comment=second, kind="cpr").exists()
    assert (first.sender.name, first.sender.name_is_public) == ("Karen", False)
    assert first.entered_by == done.created_by


def test_a_sender_with_an_address_gets_a_mail(hearing):
    data = as_csv([("Godt.", "karen@holm.example")], headings=("Tekst", "E-mail"))
    bring(keep(hearing, data, received_on=TODAY().isoformat()))
    assert OutgoingMail.objects.count() == 1


def test_rows_in_time_come_in_after_the_closing(hearing):
    closing = timezone.now() - 2 * DAY
    close(hearing, closing)
    day = timezone.localdate(closing)
    bring(keep(hearing, as_csv(letters(2, day=day))))
    assert Comment.objects.filter(received_at__lte=closing).count() == 2


def test_files_that_nobody_brought_in_are_deleted_after_two_days(hearing):
    keep(hearing, as_csv(letters(1)), by=make_user("anna"))
    keep(hearing, as_csv(letters(1)), by=make_user("bo"))
    old = timezone.now() - datetime.timedelta(days=2, minutes=1)
    CommentImport.objects.filter(created_by__username="anna").update(created_at=old)
    forget_old_imports()
    assert [kept.created_by.username for kept in CommentImport.objects.all()] == ["bo"]


def cost(hearing, rows, headings=HEADINGS) -> int:
    kept = keep(hearing, as_csv(rows, headings=headings))
    with CaptureQueriesContext(connection) as captured:
        bring(kept)
    return len(captured)


def test_a_thousand_rows_cost_as_many_questions_as_ten(hearing):
    few = cost(hearing, letters(10))
    many = cost(hearing, letters(1010)[10:])
    assert few <= BUDGET
    assert many <= few + 1000 // ROWS_A_QUESTION


def test_rows_with_an_address_or_a_personal_number_cost_a_fixed_number_each(hearing):
    few = cost(hearing, letters(10))
    headings = ("Tekst", "Kilde", "Modtaget", "Afsnit", "E-mail")
    rows = [(f"B {n}", *r[1:4], f"a{n}@x.example") for n, r in enumerate(letters(10))]
    assert cost(hearing, rows, headings) <= few + 10 * A_MAIL
    held = [(f"Nummer 010190-123{n}.", *r[1:]) for n, r in enumerate(letters(10))]
    assert cost(hearing, held) <= few + 10 * HELD
