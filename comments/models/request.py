"""What citizens ask about comments: to erase one's own, to look again at one that is public."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class RequestState(models.TextChoices):
    OPEN = "open", _("open")
    GRANTED = "granted", _("granted")
    REFUSED = "refused", _("refused")


class RequestQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=RequestState.OPEN)


class ErasureRequest(models.Model):
    """A sender asks that her comment be erased. Answered within a month (GDPR art. 12 (3))."""

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="erasure_requests")
    asked_at = models.DateTimeField(_("asked"), db_default=Now())
    due_on = models.DateField(_("due"))
    state = models.CharField(
        _("status"), max_length=8, choices=RequestState, default=RequestState.OPEN
    )
    answer = models.TextField(_("answer"), blank=True)
    handled_at = models.DateTimeField(_("handled"), null=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request for erasure")
        verbose_name_plural = _("requests for erasure")
        ordering = ["due_on", "pk"]
        constraints = [
            models.UniqueConstraint(
                "comment", condition=models.Q(state="open"), name="erasure_asked_once_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"erasure of {self.comment_id}"


class ReportKind(models.TextChoices):
    PERSONAL = "personal", _("It shows something private about somebody")
    HATE = "hate", _("It threatens or scorns somebody")
    ADVERTISING = "advert", _("It is advertising")
    OTHER = "other", _("Something else")


class CommentReport(models.Model):
    """A reader asks staff to look again at a public comment. It changes nothing by itself."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="reports")
    kind = models.CharField(_("what is wrong"), max_length=8, choices=ReportKind)
    text = models.CharField(_("in the reader’s words"), max_length=500, blank=True)
    submission_hash = models.CharField(max_length=64, unique=True, editable=False)
    reported_at = models.DateTimeField(_("reported"), db_default=Now())
    state = models.CharField(
        _("status"), max_length=8, choices=RequestState, default=RequestState.OPEN
    )
    handled_at = models.DateTimeField(_("handled"), null=True)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = RequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("report of a comment")
        verbose_name_plural = _("reports of comments")
        ordering = ["reported_at", "pk"]

    def __str__(self) -> str:
        return f"report of {self.comment_id}"
