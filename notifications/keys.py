"""The mails there are."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailKey(models.TextChoices):
    CONFIRM = "confirm", _("Is this your address?")
    RECEIPT = "receipt", _("Receipt for a comment")
    PUBLISHED = "published", _("A comment was published")
    NOTED = "noted", _("A comment for the municipality only was read")
    REJECTED = "rejected", _("A comment can’t be published")
    ANSWERED = "answered", _("A comment was answered")
    NEW_ADDRESS = "new_address", _("A new address for a lost receipt")
    ERASED = "erased", _("A comment was erased")
    NOT_ERASED = "not_erased", _("A comment can’t be erased")
    HEARING_DATES = "hearing_dates", _("A hearing’s dates changed")
    FOLLOW = "follow", _("Do you want to follow this?")
    FOLLOWED = "followed", _("News of what somebody follows")
    QUEUE = "queue", _("What waits, to moderators")
    DUE = "due", _("What is due, to those who answer")
    IN_FORCE = "in_force", _("An edition is in force, to editors")
