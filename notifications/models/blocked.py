"""Addresses whose owners want no mail that they did not ask for."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class BlockedAddress(models.Model):
    """Somebody said "it was not me" in a mail. Of the address nothing but its keyed hash is kept."""

    address_hash = models.CharField(max_length=64, unique=True, editable=False)
    blocked_at = models.DateTimeField(_("since"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("blocked address")
        verbose_name_plural = _("blocked addresses")

    def __str__(self) -> str:
        return f"blocked address {self.pk}"
