from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Policy(models.Model):
    """A policy as such. Its id is the `translation_key` of its pages, so it outlives every one of them."""

    id = models.UUIDField(primary_key=True, editable=False)
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)

    class Meta:
        verbose_name = _("policy")
        verbose_name_plural = _("policies")

    def __str__(self) -> str:
        text = self.editions.newest_title()
        return text or str(self.id)
