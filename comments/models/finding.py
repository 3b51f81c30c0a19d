"""What the detector of personal data found in a comment: kinds and places, never the words."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class FindingKind(models.TextChoices):
    CPR = "cpr", _("CPR number")
    PHONE = "phone", _("telephone number")
    EMAIL = "email", _("e-mail address")
    ADDRESS = "address", _("street address")
    HEALTH = "health", _("words about health")
    PERSON = "person", _("name of a person")
    LINK = "link", _("link")
    MIXED_SCRIPT = "script", _("letters of several alphabets in a word")
    HASTY = "hasty", _("sent within seconds")
    WATCHED = "watched", _("word on the list")
    RESERVED = "reserved", _("name like the municipality’s or its staff’s")


class Finding(models.Model):
    """A place in the original text: from `start`, `length` characters. 0 and 0: about the whole."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="findings")
    kind = models.CharField(_("kind"), max_length=10, choices=FindingKind)
    start = models.PositiveIntegerField(default=0)
    length = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("finding")
        verbose_name_plural = _("findings")
        ordering = ["start", "pk"]

    def __str__(self) -> str:
        return f"{self.kind} in {self.comment_id}"
