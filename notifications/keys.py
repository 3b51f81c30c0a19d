"""The mails there are."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class MailKey(models.TextChoices):
    RECEIPT = "receipt", _("Receipt for a comment")
    PUBLISHED = "published", _("A comment was published")
    REJECTED = "rejected", _("A comment can’t be published")
    ANSWERED = "answered", _("A comment was answered")
    IN_FORCE = "in_force", _("An edition is in force, to editors")
