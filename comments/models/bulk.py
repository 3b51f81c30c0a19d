from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .hearing import Hearing


class CommentImport(models.Model):
    """A spreadsheet of letters: kept while a person checks it, emptied when it is brought in.

    `table` holds the file's rows, words of citizens among them: it is empty as soon as the comments
    are there, and what nobody brings in is deleted after two days. What stays are numbers.
    """

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="imports")
    file_name = models.CharField(_("file"), max_length=255)
    table = models.JSONField(default=list)
    columns = models.JSONField(default=dict)
    defaults = models.JSONField(default=dict)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    created_at = models.DateTimeField(_("created"), db_default=Now(), editable=False)
    applied_at = models.DateTimeField(_("brought in"), null=True)
    first_number = models.PositiveIntegerField(null=True)
    # The file's rows that were brought in, in the order of their numbers.
    lines = models.JSONField(default=list)
    known = models.PositiveIntegerField(default=0)
    faulty = models.PositiveIntegerField(default=0)
    receipts_taken_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("import of comments")
        verbose_name_plural = _("imports of comments")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"import {self.pk}"

    @property
    def count(self) -> int:
        return len(self.lines)

    @property
    def last_number(self) -> int | None:
        return self.first_number + self.count - 1 if self.lines else None
