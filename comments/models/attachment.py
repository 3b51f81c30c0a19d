"""Files that came with a comment. Private until somebody has looked at them."""

import os

from django.conf import settings
from django.core.files.storage import FileSystemStorage
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from comments.states import CommentStatus

from .comment import Comment


class PrivateStorage(FileSystemStorage):
    """The folder that no web server gives out, as the settings name it when it is used."""

    @property
    def base_location(self):
        return settings.PRIVATE_ROOT

    @property
    def location(self):
        return os.path.abspath(self.base_location)


def private_storage():
    """Return where files lie. A callable, so that migrations name no folder."""
    return PrivateStorage(base_url=None)


class AttachmentQuerySet(models.QuerySet):
    def public(self):
        """Files that were approved, of comments that are public."""
        return self.filter(approved_at__isnull=False, comment__status=CommentStatus.PUBLISHED)


class Attachment(models.Model):
    """A PDF, or an image that was re-encoded. `name` is shown; the stored name is drawn at random.

    `is_scan` marks the picture of a letter that staff typed in: it is for staff only, for ever.
    """

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="attachments")
    file = models.FileField(_("file"), storage=private_storage, upload_to="attachments/")
    name = models.CharField(_("name"), max_length=120)
    content_type = models.CharField(max_length=40)
    size = models.PositiveIntegerField(_("size in bytes"))
    sha256 = models.CharField(max_length=64)
    is_scan = models.BooleanField(_("scan of a letter"), default=False)
    created_at = models.DateTimeField(_("created"), db_default=Now(), editable=False)
    approved_at = models.DateTimeField(_("approved"), null=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = AttachmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("attachment")
        verbose_name_plural = _("attachments")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_scan=False) | models.Q(approved_at__isnull=True),
                name="attachment_scan_is_never_public",
            ),
        ]

    def __str__(self) -> str:
        return f"attachment {self.pk} of {self.comment_id}"
