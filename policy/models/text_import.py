"""A document on its way into a policy: read, shown, corrected by hand, and only then brought in."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .policy import Policy


class TextImport(models.Model):
    """A dry run that is kept while a person corrects it.

    `plan` holds a row for each passage-to-be (see `policy.importing`). `sha256` is the document's, so
    that bringing in the same one twice is seen. `applied_at` is null until it was brought in.
    """

    policy = models.ForeignKey(Policy, models.PROTECT, related_name="imports")
    file_name = models.CharField(_("file"), max_length=255)
    sha256 = models.CharField(max_length=64)
    plan = models.JSONField(_("plan"))
    lost = models.JSONField(_("what can’t be brought in"), default=list)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    applied_at = models.DateTimeField(_("brought in"), null=True)
    revision_id = models.PositiveBigIntegerField(null=True)

    class Meta:
        verbose_name = _("import of a text")
        verbose_name_plural = _("imports of texts")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name
