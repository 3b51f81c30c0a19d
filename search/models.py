"""What waits to be put into the index or taken out of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class IndexTask(models.Model):
    """One thing whose words changed. Written in the transaction of the change, done by the worker.

    A thing may have several rows: a change during its indexing must not be lost with the row that
    is just being done.
    """

    label = models.CharField(_("model"), max_length=100)
    object_id = models.PositiveBigIntegerField(_("id"))
    queued_at = models.DateTimeField(_("queued"), auto_now_add=True)
    due_at = models.DateTimeField(_("due"), auto_now_add=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    last_error = models.CharField(_("last error"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("waiting for the index")
        verbose_name_plural = _("waiting for the index")
        indexes = [models.Index("due_at", name="index_task_due")]

    def __str__(self) -> str:
        return f"{self.label} {self.object_id}"
