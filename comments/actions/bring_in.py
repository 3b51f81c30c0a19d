"""Bring in a spreadsheet of letters: kept for a person to check, then all of it or nothing."""

import datetime
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.errors import NotPossible
from comments.importing.columns import guess_columns
from comments.importing.rows import CheckedRow, check_rows, mark_known
from comments.importing.table import read_table
from comments.models import (
    Comment,
    CommentImport,
    CommentText,
    Decision,
    Finding,
    Hearing,
    Sender,
)
from comments.receipts import hash_of, secret_for
from comments.signals import comment_received
from comments.states import DecisionAction

from .decide import take_step
from .enter import check_still_possible
from .findings import Lists, findings_in, load_lists
from .numbers import lock_numbers, take_comment_numbers
from .writing import reception_of, texts_of

KEPT = datetime.timedelta(days=2)
BATCH = 500  # rows in a statement
FORMULA = "=+-@\t"  # what a spreadsheet program takes for the beginning of a formula


@transaction.atomic
def keep_import(
    *, hearing: Hearing, data: bytes, file_name: str, defaults: dict, by
) -> CommentImport:
    """Keep a file's rows for checking, in place of others of that person that still wait.

    `defaults` says of rows that don't say it themselves: `source`, and `received_on` (ISO). Raises
    `Refused` for a file that can't be read, or a hearing into which nothing can be typed any more.
    """
    check_still_possible(hearing)
    table = read_table(data)
    CommentImport.objects.filter(hearing=hearing, created_by=by, applied_at=None).delete()
    return CommentImport.objects.create(
        hearing=hearing,
        file_name=file_name[-255:],
        table=table,
        columns=guess_columns(table[0]),
        defaults=defaults,
        created_by=by,
    )


@transaction.atomic
def match_columns(*, comment_import: CommentImport, columns: dict[str, int]) -> CommentImport:
    """Keep which column is what. Raises `NotPossible` once it was brought in."""
    found = _locked(comment_import)
    found.columns = columns
    found.save(update_fields=["columns"])
    return found


@dataclass(frozen=True)
class Looked:
    """A new row with what the detector found in it."""

    row: CheckedRow
    findings: list[Finding]
    must_hold: bool


def bring_in(
    *, comment_import: CommentImport, columns: dict[str, int], without_faulty: bool, by
) -> CommentImport:
    """Receive every row that is new, each as a comment that waits for a moderator; all or none.

    `columns` are those that the person saw the check of. Rows that are in already, or twice in the
    file, are left out; rows with errors only if `without_faulty`. Raises `NotPossible` when there are
    errors, nothing new, or other columns; `HearingNotOpen` when it is too late.

    Reading the rows takes seconds, so it is done before anything is locked: citizens go on writing.
    """
    hearing = Hearing.objects.select_related("edition").get(pk=comment_import.hearing_id)
    kept = comment_import
    rows = check_rows(hearing=hearing, table=kept.table, columns=columns, defaults=kept.defaults)
    if not without_faulty and any(row.errors for row in rows):
        raise NotPossible(_("Some rows have errors. Mend them in the file, or leave them out."))
    lists = load_lists()
    looked = [_looked_through(row, lists) for row in rows if row.is_new]
    return _store(comment_import, hearing, columns, rows, looked, by)


@transaction.atomic
def _store(comment_import, hearing, columns, rows, looked, by) -> CommentImport:
    found = _locked(comment_import)
    if found.columns != columns:
        raise NotPossible(_("Somebody has matched the columns anew. Look at the rows once more."))
    _lock_hearing(hearing)
    mark_known(rows)
    looked = [one for one in looked if one.row.is_new]
    if not looked:
        raise NotPossible(_("There is no row that is new. Nothing was brought in."))
    found.first_number = take_comment_numbers(hearing.edition.policy_id, len(looked))
    found.lines = [one.row.line for one in looked]
    found.faulty = sum(bool(row.errors) for row in rows)
    found.known = len(rows) - len(looked) - found.faulty
    found.applied_at, found.table = timezone.now(), []
    found.save()
    _write(found, hearing, looked, by)
    return found


def _looked_through(row: CheckedRow, lists: Lists) -> Looked:
    values = row.values
    others = (values["proposal"], values["district"])
    words = {"text": values["text"], "name": values["name"], "others": others}
    return Looked(row, *findings_in(None, **words, lists=lists))


def _write(found: CommentImport, hearing: Hearing, looked: list[Looked], by) -> None:
    """Insert the comments and what belongs to them, a few statements for any number of rows."""
    text = hearing.edition.texts.get(is_authoritative=True)
    secrets = [receipt_secret(found.pk, found.first_number + n) for n in range(len(looked))]
    comments = [
        _comment(found, hearing, text, one.row, n, secrets[n], by) for n, one in enumerate(looked)
    ]
    Comment.objects.bulk_create(comments, batch_size=BATCH)
    pairs = [(c, one.row.values) for c, one in zip(comments, looked, strict=True)]
    texts = [one for c, v in pairs for one in texts_of(c, v["text"], v["proposal"])]
    CommentText.objects.bulk_create(texts, batch_size=BATCH)
    Sender.objects.bulk_create([_sender(c, v) for c, v in pairs], batch_size=BATCH)
    Decision.objects.bulk_create([reception_of(c, by) for c in comments], batch_size=BATCH)
    Finding.objects.bulk_create(_findings(comments, looked), batch_size=BATCH)
    for comment, secret, one in zip(comments, secrets, looked, strict=True):
        if one.must_hold:
            take_step(comment=comment, action=DecisionAction.HOLD, by=by, at=comment.received_at)
        comment_received.send(sender=Comment, comment=comment, receipt_secret=secret)


def _findings(comments, looked) -> list[Finding]:
    for comment, one in zip(comments, looked, strict=True):
        for finding in one.findings:
            finding.comment = comment
    return [finding for one in looked for finding in one.findings]


def _comment(found, hearing, text, row, place, secret, by) -> Comment:
    values = row.values
    wording = values["wording"]
    chosen = ("language", "author_kind", "stance", "source", "audience", "received_at")
    return Comment(
        number=found.first_number + place,
        policy_id=hearing.edition.policy_id,
        hearing=hearing,
        edition_text=text,
        wording=wording,
        passage_id=wording.passage_id if wording else None,
        entered_by=by,
        entered_at=found.applied_at,
        submission_hash=row.submission_hash,
        receipt_hash=hash_of(secret),
        **{name: values[name] for name in chosen},
    )


def _sender(comment, values) -> Sender:
    names = ("name", "name_is_public", "district", "email")
    return Sender(comment=comment, **{name: values[name] for name in names})


@transaction.atomic
def take_receipts(*, comment_import: CommentImport) -> list[tuple[int, int, str]]:
    """Return (row of the file, number, receipt's secret) of each comment, once and never again.

    Left out is what has a new receipt by now. Raises `NotPossible` the second time.
    """
    found = CommentImport.objects.select_for_update(of=("self",)).get(pk=comment_import.pk)
    if not found.applied_at or found.receipts_taken_at:
        raise NotPossible(_("The receipts were fetched already. They are shown once."))
    found.receipts_taken_at = timezone.now()
    found.save(update_fields=["receipts_taken_at"])
    comments = Comment.objects.filter(
        hearing=found.hearing_id,
        number__gte=found.first_number,
        number__lte=found.last_number,
    )
    hashes = dict(comments.values_list("number", "receipt_hash"))
    numbered = enumerate(found.lines, start=found.first_number)
    receipts = [(line, number, receipt_secret(found.pk, number)) for number, line in numbered]
    return [receipt for receipt in receipts if hashes.get(receipt[1]) == hash_of(receipt[2])]


def receipt_secret(import_id: int, number: int) -> str:
    """Return the secret of a comment's receipt: made again when asked for, and stored nowhere.

    Its first character is one that no spreadsheet takes for a formula.
    """
    tries = (secret_for(f"import {import_id} {number} {n}") for n in range(1000))
    return next(secret for secret in tries if secret[0] not in FORMULA)


def forget_old_imports() -> None:
    """Delete the files that nobody brought in: words of citizens lie in them."""
    old = timezone.now() - KEPT
    CommentImport.objects.filter(applied_at=None, created_at__lt=old).delete()


def _lock_hearing(hearing) -> None:
    """Lock the numbers, and the hearing so that nobody moves its dates before the rows are there."""
    lock_numbers(hearing.edition.policy_id)
    locked = Hearing.objects.select_for_update(of=("self",), no_key=True).get(pk=hearing.pk)
    if (locked.opens_at, locked.closes_at) != (hearing.opens_at, hearing.closes_at):
        raise NotPossible(_("The hearing’s dates were changed meanwhile. Look at the rows again."))
    check_still_possible(locked)


def _locked(comment_import) -> CommentImport:
    found = CommentImport.objects.select_for_update(of=("self",)).get(pk=comment_import.pk)
    if found.applied_at:
        raise NotPossible(_("This file was brought in already. Nothing was changed."))
    return found
