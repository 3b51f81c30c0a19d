"""A frozen translation in which a machine wrote, and whether a person has read it since."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from policy.models import EditionText


class MachineTextQuerySet(models.QuerySet):
    def unread(self):
        """Those that no person has approved."""
        return self.filter(approved_at=None)


class MachineText(models.Model):
    """Readers are told of it until somebody approved it; the frozen words stay what they are."""

    edition_text = models.OneToOneField(
        EditionText, models.PROTECT, related_name="machine_text", verbose_name=_("text")
    )
    texts = models.PositiveIntegerField(_("texts that a machine translated"))
    approved_at = models.DateTimeField(_("approved"), null=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = MachineTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("machine translation of an edition")
        verbose_name_plural = _("machine translations of editions")

    def __str__(self) -> str:
        return str(self.edition_text_id)
