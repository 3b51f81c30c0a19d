"""Take back mails about decisions that do not stand any more, as long as nobody tried to send them.

One UPDATE with its conditions is the whole race: it waits for a worker that claims the mail just
now, and then finds that it was tried; or the worker waits for it, and then finds nothing to send.
"""

from comments import told
from comments.models import Decision
from comments.signals import comment_decided
from comments.states import BY_STAFF, DecisionAction

from .models import MailStatus, OutgoingMail


def connect() -> None:
    """Answer for the mails when a decision is taken back; stop them when a sender leaves."""
    told.register("mail", recall)
    comment_decided.connect(stop_what_is_over, dispatch_uid="notifications.recall")


def cause_of(decision_id: int) -> str:
    """Return the cause of the mail about a decision, see `OutgoingMail`."""
    return f"decision:{decision_id}"


def recall(decision) -> bool:
    """Stop the mail about a decision. False when it was sent, or was tried: it may have arrived."""
    mails = OutgoingMail.objects.filter(cause=cause_of(decision.pk))
    _stop(mails)
    return not mails.exclude(status=MailStatus.RECALLED).exists()


def stop_what_is_over(comment, decision, **kwargs) -> None:
    """A sender who takes her comment away, or has it erased, is not told later that it was published."""
    if decision.action not in (DecisionAction.WITHDRAW, DecisionAction.ERASE):
        return
    decided = Decision.objects.filter(comment=comment, action__in=BY_STAFF)
    causes = [cause_of(pk) for pk in decided.values_list("pk", flat=True)]
    _stop(OutgoingMail.objects.filter(cause__in=causes))


def _stop(mails) -> None:
    """Empty them too: what is not sent needs neither address nor words."""
    mails.untouched().update(status=MailStatus.RECALLED, to="", text="", last_error="")
