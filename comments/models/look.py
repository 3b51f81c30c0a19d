"""Who of the staff saw what of citizens' personal data, and when."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from policy.append_only import AppendOnlyModel, AppendOnlyQuerySet

from .comment import Comment


class LookKind(models.TextChoices):
    COMMENT = "comment", _("a comment with its sender")
    FILE = "file", _("a file of a comment")
    ERASURE = "erasure", _("a request for erasure")
    REPORTS = "reports", _("reports of a comment")
    PACKAGE = "package", _("a package for the journal")
    LETTERS = "letters", _("a spreadsheet of letters")
    RECEIPTS = "receipts", _("receipts of letters")
    LIST = "list", _("the list of comments")
    REQUEST = "request", _("a request about one’s own data")
    EXPORT = "export", _("all of one person’s data")


class Look(AppendOnlyModel):
    """One member of staff saw one thing within one hour: seen ten times in it, it is one row.

    So that it can be answered who saw what (GDPR art. 5 (2), art. 15 and art. 32). It holds ids and
    no word of anybody. `subject` is the id of what was seen, 0 for a list.
    """

    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("who")
    )
    kind = models.CharField(_("what"), max_length=8, choices=LookKind)
    subject = models.PositiveBigIntegerField(_("which"), default=0)
    comment = models.ForeignKey(
        Comment, models.PROTECT, null=True, related_name="looks", verbose_name=_("comment")
    )
    hour = models.DateTimeField(editable=False)
    at = models.DateTimeField(_("when"), default=timezone.now)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("look at personal data")
        verbose_name_plural = _("who saw what")
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint("by", "kind", "subject", "hour", name="look_once_an_hour"),
        ]
        indexes = [
            models.Index("at", name="look_at"),
            models.Index("comment", "at", name="look_of_comment"),
        ]

    def __str__(self) -> str:
        return f"look {self.pk}"
