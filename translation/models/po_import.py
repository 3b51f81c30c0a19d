"""A file of translations on its way in: kept while a person looks at what it would change."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale


class PoImport(models.Model):
    """The file as it was sent. It is compared anew whenever it is looked at; nothing is kept of that.

    `applied_at` is null until it was taken in; `taken` is how many texts it changed then.
    """

    locale = models.ForeignKey(Locale, models.CASCADE, related_name="+")
    file_name = models.CharField(_("file"), max_length=255)
    content = models.TextField(_("content"))
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField(_("created"), default=timezone.now)
    applied_at = models.DateTimeField(_("taken in"), null=True)
    taken = models.PositiveIntegerField(_("texts taken in"), default=0)

    class Meta:
        verbose_name = _("import of translations")
        verbose_name_plural = _("imports of translations")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.file_name
