"""Receive a comment: the one way in, for the form, for letters typed in, and for the demo."""

import datetime
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.db.models import Subquery
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.clean import clean_line, clean_text, is_blank
from comments.errors import HearingNotOpen, NotPossible
from comments.files.waiting import attach
from comments.grace import still_open
from comments.models import Comment, CommentText, Hearing, Sender
from comments.receipts import hash_of, secret_for
from comments.signals import comment_received
from comments.states import Audience, DecisionAction
from policy.models import EditionText, Wording

from .decide import take_step
from .findings import write_findings
from .numbers import lock_numbers, next_comment_number, reserve_comment_number
from .writing import reception_of, texts_of


@dataclass(frozen=True)
class Submission:
    """What became of a form: the comment, its receipt's secret, whether it was there already."""

    comment: Comment
    receipt_secret: str
    is_repeat: bool


@transaction.atomic
def submit(  # size: the parameters are half of it
    *,
    hearing: Hearing,
    edition_text: EditionText,
    wording: Wording | None,
    nonce: str,
    text: str,
    language: str,
    author_kind: str,
    name: str = "",
    name_is_public: bool = False,
    district: str = "",
    email: str = "",
    mail_language: str = "",
    stance: str = "",
    proposal: str = "",
    source: str = "form",
    received_at: datetime.datetime | None = None,
    audience: str = Audience.EVERYBODY,
    hold: bool = False,
    is_hasty: bool = False,
    by=None,
    entered_at: datetime.datetime | None = None,
    number: int | None = None,
    with_files: bool = False,
    form_issued_at: datetime.datetime | None = None,
) -> Submission:
    """Store a comment on an edition's text (`wording` None: on the whole of it).

    The same `nonce` again, at the same time or later, returns the comment that is there. Whether
    the hearing is open is decided by the database's clock in the inserting statement; a past
    `received_at` is for what came on paper, and is held against the hearing's dates instead.
    `language` is that of the words, `mail_language` that of mails to the sender; where it is empty
    they are the same. `by` is the member of staff who typed it in, at `entered_at`. `hold` puts it
    aside for a closer look; so does what looks like a CPR number in any of its words, and
    `is_hasty`: sent within seconds. `with_files`: what waits with the form of this `nonce` is its.
    `form_issued_at`: when its form was opened, for the minutes of grace (`comments.grace`).
    Raises `HearingNotOpen`, or `NotPossible` for an empty text or a number that is taken.
    """
    _check_place(hearing, edition_text, wording)
    text, proposal = clean_text(text), clean_text(proposal)
    if is_blank(text):
        raise NotPossible(_("Write your comment."))
    policy_id = edition_text.edition.policy_id
    last = lock_numbers(policy_id)
    secret = secret_for(nonce)
    if earlier := Comment.objects.filter(submission_hash=hash_of(nonce)).first():
        return Submission(earlier, secret, is_repeat=True)
    comment = _insert(
        hearing,
        received_at,
        form_issued_at,
        number=_number(policy_id, number, last),
        policy_id=policy_id,
        edition_text=edition_text,
        wording=wording,
        passage_id=wording.passage_id if wording else None,
        language=language,
        author_kind=author_kind,
        stance=stance,
        source=source,
        audience=audience,
        entered_by=by,
        entered_at=entered_at,
        submission_hash=hash_of(nonce),
        receipt_hash=hash_of(secret),
    )
    CommentText.objects.bulk_create(texts_of(comment, text, proposal))
    name, district, email = map(clean_line, (name, district, email))
    Sender.objects.create(
        comment=comment,
        name=name,
        name_is_public=name_is_public,
        district=district,
        email=email,
        mail_language=mail_language,
    )
    if with_files:
        attach(comment, nonce, is_scan=by is not None)
    is_found = write_findings(
        comment, text=text, others=(proposal, district), name=name, is_hasty=is_hasty
    )
    _log_receipt(comment, by, hold or is_found)
    comment_received.send(sender=Comment, comment=comment, receipt_secret=secret)
    return Submission(comment, secret, is_repeat=False)


def _check_place(hearing, edition_text, wording) -> None:
    """A programming error, not a citizen's: views read all three from one signed token."""
    if edition_text.edition_id != hearing.edition_id:
        raise ValueError("The text is not of the edition that is in hearing.")
    if wording and wording.edition_text_id != edition_text.pk:
        raise ValueError("The wording is not of that text.")


def _number(policy_id, wanted: int | None, last: int) -> int:
    """Return the next number in the policy, or the wanted one; `NotPossible` when that is taken."""
    if wanted is None:
        return next_comment_number(policy_id, last)
    if not reserve_comment_number(policy_id, wanted):
        raise NotPossible(_("There is already a comment number %(number)s.") % {"number": wanted})
    return wanted


def _insert(hearing, received_at, form_issued_at, **values) -> Comment:
    """Insert the row if the hearing is open at that instant, else raise `HearingNotOpen`.

    The hearing's id is looked up inside the INSERT: at any other instant there is none, and the
    database refuses the row. So no clock but its own, and no time between asking and writing.
    """
    if received_at and received_at > timezone.now():
        raise NotPossible(_("A comment can’t have come in the future."))
    instant = received_at or Now()
    in_time = still_open(hearing, instant, None if received_at else form_issued_at)
    open_hearing = Hearing.objects.filter(in_time, pk=hearing.pk)
    if received_at:
        values["received_at"] = received_at
    comment = Comment(hearing_id=Subquery(open_hearing.values("pk")[:1]), **values)
    try:
        comment.save(force_insert=True)
    except IntegrityError as error:
        if "hearing_id" not in str(error):
            raise
        raise HearingNotOpen(_("The hearing is not open.")) from error
    comment.hearing = hearing
    return comment


def _log_receipt(comment, by, hold) -> None:
    reception_of(comment, by).save()
    if hold:
        take_step(comment=comment, action=DecisionAction.HOLD, by=by, at=comment.received_at)
