"""Whether the promises are kept: said each year, beside the frozen text that makes them."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from policy.append_only import AppendOnlyModel, AppendOnlyQuerySet

from .passage import Passage


class PromiseState(models.TextChoices):
    KEPT = "kept", _("kept")
    ON_THE_WAY = "on_the_way", _("on the way")
    NOT_KEPT = "not_kept", _("not kept")


class PromiseStatusQuerySet(AppendOnlyQuerySet):
    def public(self, at=None):
        """What has been said by the instant `at` (default: now)."""
        return self.filter(said_at__lte=at or timezone.now())


class PromiseStatus(AppendOnlyModel):
    """How a promise stood in a year. Said again for the same year, the newest counts.

    `promise_id` is the id of the promise's list item, which lives across editions and languages.
    """

    passage = models.ForeignKey(Passage, models.PROTECT, related_name="promise_statuses")
    promise_id = models.UUIDField()
    year = models.PositiveSmallIntegerField(_("year"))
    state = models.CharField(_("status"), max_length=10, choices=PromiseState)
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    said_at = models.DateTimeField(_("said"), default=timezone.now)

    objects = PromiseStatusQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("status of a promise")
        verbose_name_plural = _("statuses of promises")
        indexes = [models.Index(fields=["passage", "promise_id", "year"], name="promise_year")]

    def __str__(self) -> str:
        return f"{self.promise_id} {self.year}: {self.get_state_display()}"


class PromiseStatusText(AppendOnlyModel):
    """Why it stood so, in one language."""

    status = models.ForeignKey(PromiseStatus, models.PROTECT, related_name="texts")
    locale = models.ForeignKey(Locale, models.PROTECT, related_name="+")
    why = models.TextField(_("why"))

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("text of a promise’s status")
        verbose_name_plural = _("texts of promises’ statuses")
        constraints = [
            models.UniqueConstraint("status", "locale", name="promise_status_once_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.status} ({self.locale.language_code})"
