from django.db import models
from django.utils.translation import gettext_lazy as _


class JobTurn(models.Model):
    """When a job may run next. Whoever moves the instant on has the turn: one worker of many."""

    name = models.CharField(_("name"), max_length=40, primary_key=True)
    next_at = models.DateTimeField(_("next"))

    class Meta:
        verbose_name = _("turn of a job")
        verbose_name_plural = _("turns of jobs")

    def __str__(self) -> str:
        return self.name
