"""What became of each passage from one edition to the next."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from policy.append_only import AppendOnlyModel, AppendOnlyQuerySet

from .edition import Edition
from .passage import Passage


class FateKind(models.TextChoices):
    """`MOVED` is a passage whose place or kind changed while its words did not.

    `NEW` is one that the earlier edition does not have: born here, or brought back.
    """

    NEW = "new", _("new")
    UNCHANGED = "unchanged", _("unchanged")
    REWORDED = "reworded", _("reworded")
    MOVED = "moved", _("moved")
    SPLIT = "split", _("split")
    MERGED = "merged", _("merged")
    REMOVED = "removed", _("removed")


class FateQuerySet(AppendOnlyQuerySet):
    def public(self, at=None):
        """Fates in editions that anybody may read at the instant `at` (default: now)."""
        return self.filter(edition__public_from__lte=at or timezone.now())


class Fate(AppendOnlyModel):
    """What became of a passage on the step from `edition.based_on` to `edition`.

    One row for every passage of either edition. Proposed by the machine, confirmed by the person
    who sealed the edition. `into` names the passages that took over the words of one that was split
    (itself among them, if it lives on) or merged.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="fates")
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="fates")
    kind = models.CharField(_("fate"), max_length=10, choices=FateKind)
    proposed = models.CharField(_("proposed by the machine"), max_length=10, choices=FateKind)
    into = models.ManyToManyField(Passage, related_name="came_from", blank=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    confirmed_at = models.DateTimeField(_("confirmed"), default=timezone.now)

    objects = FateQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("fate of a passage")
        verbose_name_plural = _("fates of passages")
        constraints = [
            models.UniqueConstraint("edition", "passage", name="fate_once_a_step"),
        ]

    def __str__(self) -> str:
        return f"{self.passage} → {self.edition}: {self.get_kind_display()}"


class FateReason(AppendOnlyModel):
    """Why, in one language. Written with the edition, or later by a translator."""

    fate = models.ForeignKey(Fate, models.PROTECT, related_name="reasons")
    locale = models.ForeignKey(Locale, models.PROTECT, related_name="+")
    text = models.TextField(_("reason"))

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("reason for a fate")
        verbose_name_plural = _("reasons for fates")
        constraints = [
            models.UniqueConstraint("fate", "locale", name="fate_reason_once_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.fate} ({self.locale.language_code})"
