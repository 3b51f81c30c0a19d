"""The hearing report (høringsnotat): what staff add to the comments, and what went to whom.

It holds references, counts and staff's own words, and none of a citizen's, so that erasure reaches
it too.
"""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from comments.states import Result
from policy.append_only import AppendOnlyModel, AppendOnlyQuerySet
from policy.models import Passage

from .comment import Comment
from .hearing import Hearing
from .response import Response
from .theme import Theme


class Remark(models.Model):
    """What the administration says about a passage or a theme; about the whole without either."""

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="remarks")
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, blank=True, related_name="+")
    theme = models.ForeignKey(Theme, models.CASCADE, null=True, blank=True, related_name="remarks")
    version = models.PositiveIntegerField(default=1)
    changed_at = models.DateTimeField(_("changed"), db_default=Now())
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("remark of the administration")
        verbose_name_plural = _("remarks of the administration")
        constraints = [
            # Two empty places are not equal in SQL, so the whole has a constraint of its own.
            models.UniqueConstraint(
                "hearing",
                condition=models.Q(passage__isnull=True, theme__isnull=True),
                name="remark_on_the_whole_once",
            ),
            models.UniqueConstraint("hearing", "passage", name="remark_once_a_passage"),
            models.UniqueConstraint("theme", name="remark_once_a_theme"),
            models.CheckConstraint(
                condition=models.Q(passage__isnull=True) | models.Q(theme__isnull=True),
                name="remark_is_about_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"remark {self.pk} on {self.hearing_id}"


class RemarkText(models.Model):
    """The remark in one language. Danish is written, the others are translated."""

    remark = models.ForeignKey(Remark, models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=10)
    remark_text = models.TextField(_("the administration’s remark"), blank=True)
    recommendation = models.TextField(_("recommendation"), blank=True)

    class Meta:
        verbose_name = _("text of a remark")
        verbose_name_plural = _("texts of remarks")
        constraints = [
            models.UniqueConstraint("remark", "language", name="remark_text_once_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.remark_id} ({self.language})"


class HearingReportQuerySet(AppendOnlyQuerySet):
    def public(self):
        """Reports that anybody may read: all that were frozen, for a draft is no row here."""
        return self.all()


class HearingReport(AppendOnlyModel):
    """A report as it went to a committee: which comments, how many, and what staff said of them.

    `counts` are the figures that it shows, `parts` its themes and passages in order with staff's
    remarks (see `comments.report.parts`). `digest` is the SHA-256 of all that is frozen, so that a
    copy can be checked.
    """

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="reports")
    number = models.PositiveIntegerField(_("number"))
    committee = models.CharField(_("committee"), max_length=160)
    meeting_on = models.DateField(_("meeting on"), null=True, blank=True)
    counts = models.JSONField(default=dict)
    parts = models.JSONField(default=list)
    digest = models.CharField(max_length=64)
    frozen_at = models.DateTimeField(_("frozen"))
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = HearingReportQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("hearing report")
        verbose_name_plural = _("hearing reports")
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint("hearing", "number", name="report_number_once_a_hearing"),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.number}"


class ReportEntry(AppendOnlyModel):
    """One public comment in a frozen report: its place, and the answer that it had then. No words.

    `part` is the place in the report's `parts`.
    """

    report = models.ForeignKey(HearingReport, models.PROTECT, related_name="entries")
    order = models.PositiveIntegerField()
    part = models.PositiveIntegerField()
    comment = models.ForeignKey(Comment, models.PROTECT, related_name="+")
    comment_version = models.PositiveIntegerField()
    response = models.ForeignKey(Response, models.PROTECT, null=True, related_name="+")
    result = models.CharField(_("result"), max_length=12, choices=Result, blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("comment in a report")
        verbose_name_plural = _("comments in reports")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint("report", "order", name="report_entry_order_once"),
            models.UniqueConstraint("report", "comment", name="report_entry_comment_once"),
        ]

    def __str__(self) -> str:
        return f"{self.comment_id} in {self.report_id}"


class ReportDecision(AppendOnlyModel):
    """What the committee or the council decided about a report, in Danish as it was decided."""

    report = models.OneToOneField(HearingReport, models.PROTECT, related_name="decided")
    decided_by = models.CharField(_("decided by"), max_length=160)
    decided_on = models.DateField(_("decided on"))
    text = models.TextField(_("the decision"))
    written_at = models.DateTimeField(db_default=Now())
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("decision about a report")
        verbose_name_plural = _("decisions about reports")

    def __str__(self) -> str:
        return f"decision on {self.report_id}"
