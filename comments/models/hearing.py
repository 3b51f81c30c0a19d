import datetime

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policy.locales import all_languages
from policy.models import Edition

# When a dialogue ends that has no date: the last instant that both databases hold.
NEVER = datetime.datetime(9999, 12, 31, 23, 0, tzinfo=datetime.UTC)


class HearingKind(models.TextChoices):
    HEARING = "hearing", _("hearing")
    STANDING = "standing", _("standing dialogue")


class NamesRule(models.TextChoices):
    """What is shown of senders' names."""

    SENDER = "sender", _("each sender decides")
    HIDDEN = "hidden", _("names of citizens are not shown")


class HearingQuerySet(models.QuerySet):
    def public(self, at=None):
        """Hearings that have begun, open or closed."""
        return self.filter(opens_at__lte=at or timezone.now())

    def open(self):
        """Hearings open now, by the database's clock: the only clock that all processes share."""
        return self.filter(opens_at__lte=Now(), closes_at__gte=Now())

    def interrupted(self):
        """Hearings that were interrupted and not resumed: the interruption set their end."""
        # `HearingEventKind` lives in a module that imports this one.
        return self.filter(events__kind="interrupted", events__closes_after=models.F("closes_at"))

    def hearings(self):
        """Hearings on drafts, without the standing dialogues."""
        return self.filter(kind=HearingKind.HEARING)

    def standing(self):
        """Standing dialogues on adopted editions."""
        return self.filter(kind=HearingKind.STANDING)

    def of_policy(self, policy_id):
        return self.filter(edition__policy_id=policy_id)


class Hearing(models.Model):
    """A period in which a hearing version of a policy is open for comments.

    A standing dialogue is about the edition in force and ends when the next one takes over; until
    then it closes at `NEVER`. Open and closed are computed from the two instants whenever they are
    asked for. The instant of closing belongs to the period: a comment received at 23.59.59 is in
    time.
    """

    kind = models.CharField(
        _("kind"), max_length=10, choices=HearingKind, default=HearingKind.HEARING
    )
    edition = models.OneToOneField(Edition, models.PROTECT, related_name="hearing")
    opens_at = models.DateTimeField(_("opens"))
    closes_at = models.DateTimeField(_("closes"))
    answers_due = models.DateField(_("answers due"), null=True, blank=True)
    decision_planned_on = models.DateField(_("decision planned on"), null=True, blank=True)
    names = models.CharField(_("names"), max_length=8, choices=NamesRule, default=NamesRule.SENDER)
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
    def is_standing(self) -> bool:
        return self.kind == HearingKind.STANDING

    @property
    def name(self) -> str:
        if self.is_standing:
            return pgettext_lazy("name of a hearing", "Dialogue on %(edition)s") % {
                "edition": self.edition.name
            }
        return pgettext_lazy("name of a hearing", "Hearing on %(edition)s") % {
            "edition": self.edition.name
        }

    @property
    def ends_at(self) -> datetime.datetime | None:
        """When it closes, for people; None where it does not. Nothing shows `closes_at` itself."""
        return None if self.closes_at >= NEVER else self.closes_at

    @property
    def grace_minutes(self) -> int:
        """How many minutes after its closing a form can be sent that was opened before."""
        return 0 if self.is_standing else settings.GRACE_MINUTES

    def is_open(self, at=None) -> bool:
        """Tell readers whether it is open. If a comment is in time is decided on inserting it."""
        return self.opens_at <= (at or timezone.now()) <= self.closes_at

    def is_closed(self, at=None) -> bool:
        return self.closes_at < (at or timezone.now())


class HearingText(models.Model):
    """What is said about a hearing in one language. `questions`: one to consider on each line."""

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=10, choices=all_languages)
    purpose = models.TextField(_("purpose"))
    questions = models.TextField(_("questions to consider"), blank=True)
    invited = models.TextField(_("who is invited"), blank=True)
    rules = models.TextField(_("rules for comments"), blank=True)

    class Meta:
        verbose_name = _("text of a hearing")
        verbose_name_plural = _("texts of hearings")
        constraints = [
            models.UniqueConstraint("hearing", "language", name="hearing_text_once_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.hearing} ({self.language})"
