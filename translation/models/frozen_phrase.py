"""How texts were translated in editions that are frozen: the part of the memory that can't change."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from policy.models import EditionText


class FrozenPhrase(models.Model):
    """A text of a frozen translation and the hash of its Danish words (`String.data_hash`)."""

    edition_text = models.ForeignKey(EditionText, models.PROTECT, related_name="+")
    locale = models.ForeignKey(Locale, models.PROTECT, related_name="+")
    source_hash = models.UUIDField()
    data = models.TextField(_("translation"))

    class Meta:
        verbose_name = _("phrase of a frozen translation")
        verbose_name_plural = _("phrases of frozen translations")
        indexes = [models.Index(fields=["source_hash", "locale"], name="frozen_phrases_by_source")]

    def __str__(self) -> str:
        return f"{self.source_hash} ({self.locale_id})"
