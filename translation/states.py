"""The way of an order: every state is one field, every move between states is in the table here."""

from django.db import models
from django.utils.translation import pgettext_lazy


class OrderState(models.TextChoices):
    ORDERED = "ordered", pgettext_lazy("translation order", "ordered")
    IN_WORK = "in_work", pgettext_lazy("translation order", "in work")
    READY = "ready", pgettext_lazy("translation order", "being read through")
    APPROVED = "approved", pgettext_lazy("translation order", "approved")
    PUBLISHED = "published", pgettext_lazy("translation order", "published")
    WITHDRAWN = "withdrawn", pgettext_lazy("translation order", "withdrawn")


class OrderAction(models.TextChoices):
    """What somebody did with an order. Ordering is the first, so a log begins there."""

    ORDER = "order", pgettext_lazy("translation order", "ordered")
    BEGIN = "begin", pgettext_lazy("translation order", "begun")
    HAND_IN = "hand_in", pgettext_lazy("translation order", "sent to be read through")
    SEND_BACK = "send_back", pgettext_lazy("translation order", "sent back")
    CORRECT = "correct", pgettext_lazy("translation order", "corrected while it was read through")
    APPROVE = "approve", pgettext_lazy("translation order", "approved")
    PUBLISH = "publish", pgettext_lazy("translation order", "published")
    WITHDRAW = "withdraw", pgettext_lazy("translation order", "withdrawn")


S, A = OrderState, OrderAction

# (from, action) -> to. What is not here can't happen.
MOVES = {
    (S.ORDERED, A.BEGIN): S.IN_WORK,
    (S.ORDERED, A.HAND_IN): S.READY,  # all of it was translated before
    (S.IN_WORK, A.HAND_IN): S.READY,
    (S.READY, A.SEND_BACK): S.IN_WORK,
    (S.READY, A.CORRECT): S.READY,  # by whoever reads it through
    (S.READY, A.APPROVE): S.APPROVED,
    (S.APPROVED, A.SEND_BACK): S.IN_WORK,  # also when the Danish was changed meanwhile
    (S.APPROVED, A.PUBLISH): S.PUBLISHED,
    (S.ORDERED, A.WITHDRAW): S.WITHDRAWN,
    (S.IN_WORK, A.WITHDRAW): S.WITHDRAWN,
    (S.READY, A.WITHDRAW): S.WITHDRAWN,
    (S.APPROVED, A.WITHDRAW): S.WITHDRAWN,
}

# The way that the desk shows, in order.
WAY = (S.ORDERED, S.IN_WORK, S.READY, S.APPROVED, S.PUBLISHED)
TRANSLATING = {S.ORDERED, S.IN_WORK}
OPEN = {S.ORDERED, S.IN_WORK, S.READY, S.APPROVED}
