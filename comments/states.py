"""The state machines: every state is one field, every step between states is in a table here."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CommentStatus(models.TextChoices):
    PENDING = "pending", _("waiting")
    HELD = "held", _("held back")
    PUBLISHED = "published", _("published")
    REJECTED = "rejected", _("rejected")
    WITHDRAWN = "withdrawn", _("withdrawn")


class DecisionAction(models.TextChoices):
    """What was decided about a comment. Receiving is the first, so a comment's log begins there."""

    RECEIVE = "receive", _("received")
    HOLD = "hold", _("held back for a closer look")
    PUBLISH = "publish", _("published")
    REJECT = "reject", _("rejected")
    WITHDRAW = "withdraw", _("withdrawn by the sender")


S, A = CommentStatus, DecisionAction

# (from, action) -> to. What is not here can't happen.
TRANSITIONS = {
    (S.PENDING, A.HOLD): S.HELD,
    (S.PENDING, A.PUBLISH): S.PUBLISHED,
    (S.PENDING, A.REJECT): S.REJECTED,
    (S.PENDING, A.WITHDRAW): S.WITHDRAWN,
    (S.HELD, A.PUBLISH): S.PUBLISHED,
    (S.HELD, A.REJECT): S.REJECTED,
    (S.HELD, A.WITHDRAW): S.WITHDRAWN,
    (S.PUBLISHED, A.REJECT): S.REJECTED,
    (S.PUBLISHED, A.WITHDRAW): S.WITHDRAWN,
    (S.REJECTED, A.PUBLISH): S.PUBLISHED,
}

PUBLIC = {S.PUBLISHED}
UNDECIDED = {S.PENDING, S.HELD}


class ResponseStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")


class Result(models.TextChoices):
    """What a comment led to."""

    CHANGED = "changed", _("Changed")
    PARTLY = "partly", _("Partly changed")
    NOT_CHANGED = "not_changed", _("Not changed")
    PASSED_ON = "passed_on", _("Passed on")


class Stance(models.TextChoices):
    SUPPORT = "support", _("Support")
    SUPPORT_WITH_CHANGES = "support_with_changes", _("Support, with changes")
    AGAINST = "against", _("Against")
    QUESTION = "question", _("Question")


class AuthorKind(models.TextChoices):
    CITIZEN = "citizen", _("Citizen")
    ASSOCIATION = "association", _("Association or organisation")


class Source(models.TextChoices):
    """How a comment reached the municipality."""

    FORM = "form", _("The form on this site")
    LETTER = "letter", _("Letter or e-mail")
    PHONE = "phone", _("Telephone")
    MEETING = "meeting", _("Meeting")
