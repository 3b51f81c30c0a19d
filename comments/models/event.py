"""The deadline log of a hearing: what happened to its dates, when, and why. Shown to everybody."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from policy.append_only import AppendOnlyModel, AppendOnlyQuerySet
from policy.locales import all_languages

from .hearing import Hearing


class HearingEventKind(models.TextChoices):
    """Opening and closing by the clock have no row: they are read from the hearing's dates."""

    EXTENDED = "extended", _("extended")
    INTERRUPTED = "interrupted", _("interrupted")
    RESUMED = "resumed", _("resumed")
    ENDED = "ended", _("ended early")


class HearingEvent(AppendOnlyModel):
    """One change of a hearing's end. `closes_before` and `closes_after` are the two ends."""

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="events")
    kind = models.CharField(_("what happened"), max_length=12, choices=HearingEventKind)
    closes_before = models.DateTimeField(_("end before"))
    closes_after = models.DateTimeField(_("end after"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("entry in the deadline log")
        verbose_name_plural = _("entries in the deadline log")
        ordering = ["made_at", "pk"]

    def __str__(self) -> str:
        return f"{self.hearing}: {self.get_kind_display()}"


class HearingEventText(AppendOnlyModel):
    """Why, in one language."""

    event = models.ForeignKey(HearingEvent, models.PROTECT, related_name="texts")
    language = models.CharField(_("language"), max_length=10, choices=all_languages)
    reason = models.TextField(_("reason"))

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("reason in the deadline log")
        verbose_name_plural = _("reasons in the deadline log")
        constraints = [
            models.UniqueConstraint("event", "language", name="hearing_event_once_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.event} ({self.language})"
