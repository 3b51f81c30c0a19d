"""The Danish of an edition in the pieces that translators see, kept when it was frozen.

The page moves on, and its revisions may be cleared away; a late translation is made of these.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import String, TranslationContext

from policy.models import Edition


class FrozenSource(models.Model):
    """What the Danish page held when an edition was frozen, as a revision does."""

    edition = models.OneToOneField(Edition, models.CASCADE, related_name="frozen_source")
    content = models.JSONField(_("content"))

    class Meta:
        verbose_name = _("frozen source")
        verbose_name_plural = _("frozen sources")

    def __str__(self) -> str:
        return str(self.edition_id)


class FrozenSegment(models.Model):
    """One text of an edition. It has the string and the context of wagtail-localize's own segments.

    So a translation that fits both the page and the edition is one row, and is made once.
    """

    edition = models.ForeignKey(Edition, models.CASCADE, related_name="frozen_segments")
    string = models.ForeignKey(String, models.CASCADE, related_name="+")
    context = models.ForeignKey(TranslationContext, models.CASCADE, related_name="+")
    order = models.PositiveIntegerField()
    is_html = models.BooleanField()

    class Meta:
        verbose_name = _("frozen text")
        verbose_name_plural = _("frozen texts")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint("edition", "order", name="frozen_segment_once_a_place"),
        ]

    def __str__(self) -> str:
        return f"{self.edition_id}, {self.order}"
