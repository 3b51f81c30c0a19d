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
    TRANSLATION_ORDERED = "translation_ordered", _("A translation is ordered, to translators")
    TRANSLATION_READY = "translation_ready", _("A translation is to be read through")
    TRANSLATION_BACK = "translation_back", _("A translation was sent back, to its translator")
    TRANSLATION_APPROVED = "translation_approved", _("A translation was approved")
    TRANSLATION_DUE = "translation_due", _("The deadline of a translation is near")
    TRANSLATION_WEEK = "translation_week", _("What is behind in translation, once a week")
