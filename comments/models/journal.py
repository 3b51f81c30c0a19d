"""Packages for the municipality's journal: what was made, when, by whom, and until when it lies here."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .attachment import private_storage
from .comment import Comment
from .hearing import Hearing


class PackageState(models.TextChoices):
    WAITING = "waiting", _("being made")
    MADE = "made", _("ready")
    FAILED = "failed", _("could not be made")
    REMOVED = "removed", _("removed")


class JournalPackage(models.Model):
    """A ZIP of a hearing, or of one comment, to be put into the municipality's journal.

    It holds names and words of citizens, so it lies here for hours only; the row stays and tells
    what was taken out, by whom, and the file's SHA-256, which the journal can be compared with.
    """

    hearing = models.ForeignKey(
        Hearing, models.PROTECT, related_name="packages", verbose_name=_("hearing")
    )
    comment = models.ForeignKey(
        Comment, models.PROTECT, null=True, related_name="packages", verbose_name=_("comment")
    )
    state = models.CharField(
        _("status"), max_length=8, choices=PackageState, default=PackageState.WAITING
    )
    asked_at = models.DateTimeField(_("asked for"), db_default=Now(), editable=False)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("asked for by"),
        help_text=_("Empty when a command made it."),
    )
    file = models.FileField(_("file"), storage=private_storage, upload_to="journal/", blank=True)
    size = models.PositiveBigIntegerField(_("size in bytes"), default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    comments = models.PositiveIntegerField(_("comments"), default=0)
    made_at = models.DateTimeField(_("made"), null=True)
    removed_at = models.DateTimeField(_("removed"), null=True)

    class Meta:
        verbose_name = _("journal package")
        verbose_name_plural = _("journal packages")
        ordering = ["-pk"]
        permissions = [("take_journalpackage", _("Can make and take journal packages"))]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(state="made") | models.Q(made_at__isnull=False),
                name="journal_package_made_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"journal package {self.pk}"
