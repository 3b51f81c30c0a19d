"""Files that were chosen in a form which is not sent yet."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .attachment import private_storage


class WaitingFile(models.Model):
    """A cleaned file that waits for its form to be sent; what is not sent within a day is deleted.

    `form_hash` is made of the form's nonce: only who has the form can name its files, and the row
    tells nobody which form that is.
    """

    form_hash = models.CharField(max_length=64)
    file = models.FileField(_("file"), storage=private_storage, upload_to="attachments/")
    name = models.CharField(_("name"), max_length=120)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField(max_length=64)
    created_at = models.DateTimeField(_("created"), db_default=Now())

    class Meta:
        verbose_name = _("file of a form")
        verbose_name_plural = _("files of forms")
        ordering = ["pk"]
        constraints = [
            # A form sent twice at once has each file once.
            models.UniqueConstraint("form_hash", "sha256", name="waiting_file_once_a_form"),
        ]
        indexes = [models.Index("created_at", name="waiting_file_created")]

    def __str__(self) -> str:
        return f"waiting file {self.pk}"
