"""The state machines: every state is one field, every step between states is in a table here."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CommentStatus(models.TextChoices):
    PENDING = "pending", _("waiting")
    HELD = "held", _("held back")
    PUBLISHED = "published", _("published")
    REJECTED = "rejected", _("rejected")
    APPEALED = "appealed", _("looked at once more")
    NOTED = "noted", _("read by the municipality")
    WITHDRAWN = "withdrawn", _("withdrawn")


class DecisionAction(models.TextChoices):
    """What was decided about a comment. Receiving is the first, so a comment's log begins there."""

    RECEIVE = "receive", _("received")
    HOLD = "hold", _("held back for a closer look")
    PUBLISH = "publish", _("published")
    REJECT = "reject", _("rejected")
    NOTE = "note", _("read, for the municipality only")
    EDIT = "edit", _("changed by the sender")
    APPEAL = "appeal", _("appealed by the sender")
    WITHDRAW = "withdraw", _("withdrawn by the sender")
    ERASE = "erase", _("erased")
    UNDO = "undo", _("taken back by staff")


S, A = CommentStatus, DecisionAction

# (from, action) -> to. What is not here can't happen.
TRANSITIONS = {
    (S.PENDING, A.HOLD): S.HELD,
    (S.PENDING, A.PUBLISH): S.PUBLISHED,
    (S.PENDING, A.REJECT): S.REJECTED,
    (S.PENDING, A.NOTE): S.NOTED,
    (S.PENDING, A.EDIT): S.PENDING,
    (S.PENDING, A.WITHDRAW): S.WITHDRAWN,
    (S.HELD, A.PUBLISH): S.PUBLISHED,
    (S.HELD, A.REJECT): S.REJECTED,
    (S.HELD, A.NOTE): S.NOTED,
    (S.HELD, A.EDIT): S.HELD,
    (S.HELD, A.WITHDRAW): S.WITHDRAWN,
    (S.PUBLISHED, A.REJECT): S.REJECTED,
    (S.PUBLISHED, A.WITHDRAW): S.WITHDRAWN,
    (S.REJECTED, A.PUBLISH): S.PUBLISHED,
    (S.REJECTED, A.APPEAL): S.APPEALED,
    (S.REJECTED, A.WITHDRAW): S.WITHDRAWN,
    (S.APPEALED, A.PUBLISH): S.PUBLISHED,
    (S.APPEALED, A.REJECT): S.REJECTED,
    (S.APPEALED, A.WITHDRAW): S.WITHDRAWN,
    (S.NOTED, A.WITHDRAW): S.WITHDRAWN,
    # Erasing takes the words away; the row stays, so that numbers and decisions add up.
    (S.PENDING, A.ERASE): S.WITHDRAWN,
    (S.HELD, A.ERASE): S.WITHDRAWN,
    (S.PUBLISHED, A.ERASE): S.WITHDRAWN,
    (S.REJECTED, A.ERASE): S.WITHDRAWN,
    (S.APPEALED, A.ERASE): S.WITHDRAWN,
    (S.NOTED, A.ERASE): S.WITHDRAWN,
    (S.WITHDRAWN, A.ERASE): S.WITHDRAWN,
}

# Decisions of staff: these alone can be taken back, and then a comment stands where it stood before.
BY_STAFF = {A.PUBLISH, A.HOLD, A.REJECT, A.NOTE}
STEPS_BACK = {
    (after, before) for (before, action), after in TRANSITIONS.items() if action in BY_STAFF
}

# What ends the waiting of a comment: the first of these that stands is when it was decided about.
DECIDING = {A.PUBLISH, A.REJECT, A.NOTE}

PUBLIC = {S.PUBLISHED}
UNDECIDED = {S.PENDING, S.HELD, S.APPEALED}


class ResponseStatus(models.TextChoices):
    DRAFT = "draft", _("draft")
    READY = "ready", _("with the second reader")
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


class Audience(models.TextChoices):
    """Who may read a comment once it is decided about."""

    EVERYBODY = "everybody", _("Everybody")
    MUNICIPALITY = "municipality", _("The municipality only")


class AuthorKind(models.TextChoices):
    CITIZEN = "citizen", _("Citizen")
    ASSOCIATION = "association", _("Association or organisation")


class Source(models.TextChoices):
    """How a comment reached the municipality."""

    FORM = "form", _("The form on this site")
    LETTER = "letter", _("Letter on paper")
    EMAIL = "email", _("E-mail")
    PHONE = "phone", _("Telephone")
    MEETING = "meeting", _("Meeting")


# What staff write in; the form is the senders' own.
BY_HAND = [source for source in Source if source != Source.FORM]
