"""Minutes of meetings about a hearing: a citizens' meeting, a workshop, a meeting of a council."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from policy.append_only import AppendOnlyModel, AppendOnlyQuerySet

from .attachment import private_storage
from .hearing import Hearing
from .report import HearingReport


class MinutesQuerySet(models.QuerySet):
    def public(self):
        """Minutes that anybody may read: they stand in a frozen report and were not taken down."""
        return self.filter(frozen__isnull=False, removed_at=None).distinct()


class Minutes(models.Model):
    """What was said at a meeting, in staff's words, in Danish. The words stand here alone.

    Once it stands in a frozen report it is not changed any more: it can be taken down, when it says
    something about somebody that it should not, and then the report says so.
    """

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="minutes")
    version = models.PositiveIntegerField(default=1)
    title = models.CharField(_("title"), max_length=160)
    held_on = models.DateField(_("held on"))
    place = models.CharField(_("place"), max_length=160, blank=True)
    text = models.TextField(_("minutes"), blank=True)
    file = models.FileField(_("file"), storage=private_storage, upload_to="minutes/", blank=True)
    file_name = models.CharField(_("name of the file"), max_length=120, blank=True)
    file_type = models.CharField(max_length=40, blank=True)
    file_sha256 = models.CharField(max_length=64, blank=True)
    written_at = models.DateTimeField(_("written"), db_default=Now())
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    removed_at = models.DateTimeField(_("taken down"), null=True, editable=False)

    objects = MinutesQuerySet.as_manager()

    class Meta:
        verbose_name = _("minutes of a meeting")
        verbose_name_plural = _("minutes of meetings")
        ordering = ["held_on", "pk"]

    def __str__(self) -> str:
        return f"minutes {self.pk}"


class ReportMinutes(AppendOnlyModel):
    """Minutes in a frozen report: their place, and the SHA-256 of what they said then. No words."""

    report = models.ForeignKey(HearingReport, models.PROTECT, related_name="minutes")
    order = models.PositiveIntegerField()
    minutes = models.ForeignKey(Minutes, models.PROTECT, related_name="frozen")
    sha256 = models.CharField(max_length=64)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("minutes in a report")
        verbose_name_plural = _("minutes in reports")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint("report", "order", name="report_minutes_order_once"),
            models.UniqueConstraint("report", "minutes", name="report_minutes_once"),
        ]

    def __str__(self) -> str:
        return f"{self.minutes_id} in {self.report_id}"
