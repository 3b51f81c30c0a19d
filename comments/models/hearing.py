from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policy.models import Edition


class HearingQuerySet(models.QuerySet):
    def public(self, at=None):
        """Hearings that have begun, open or closed."""
        return self.filter(opens_at__lte=at or timezone.now())

    def open(self):
        """Hearings open now, by the database's clock: the only clock that all processes share."""
        return self.filter(opens_at__lte=Now(), closes_at__gte=Now())

    def of_policy(self, policy_id):
        return self.filter(edition__policy_id=policy_id)


class Hearing(models.Model):
    """A period in which a hearing version of a policy is open for comments.

    Open and closed are computed from the two instants whenever they are asked for. The instant of
    closing belongs to the period: a comment received at 23.59.59 is in time.
    """

    edition = models.OneToOneField(Edition, models.PROTECT, related_name="hearing")
    opens_at = models.DateTimeField(_("opens"))
    closes_at = models.DateTimeField(_("closes"))
    answers_due = models.DateField(_("answers due"), null=True, blank=True)
    decision_planned_on = models.DateField(_("decision planned on"), null=True, blank=True)
    created_at = models.DateTimeField(_("created"), db_default=Now(), editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = HearingQuerySet.as_manager()

    class Meta:
        verbose_name = _("hearing")
        verbose_name_plural = _("hearings")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(closes_at__gt=models.F("opens_at")),
                name="hearing_closes_after_it_opens",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def name(self) -> str:
        return pgettext_lazy("name of a hearing", "Hearing on %(edition)s") % {
            "edition": self.edition.name
        }

    def is_open(self, at=None) -> bool:
        """Tell readers whether it is open. If a comment is in time is decided on inserting it."""
        return self.opens_at <= (at or timezone.now()) <= self.closes_at

    def is_closed(self, at=None) -> bool:
        return self.closes_at < (at or timezone.now())


class HearingText(models.Model):
    """The hearing's purpose in one language, as readers see it."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=10, choices=settings.LANGUAGES)
    purpose = models.TextField(_("purpose"))

    class Meta:
        verbose_name = _("text of a hearing")
        verbose_name_plural = _("texts of hearings")
        constraints = [
            models.UniqueConstraint("hearing", "language", name="hearing_text_once_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.hearing} ({self.language})"
