"""An edition of a policy, and its text in one language. Both are written once."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.models import Locale

from policy.append_only import AppendOnlyModel, AppendOnlyQuerySet
from policy.reading.prepared import day_of

from .policy import Policy


class EditionKind(models.TextChoices):
    HEARING = "hearing", _("hearing version")
    ADOPTED = "adopted", _("adopted edition")


class EditionQuerySet(AppendOnlyQuerySet):
    def public(self, at=None):
        """Editions that anybody may read at the instant `at` (default: now)."""
        return self.filter(public_from__lte=at or timezone.now())

    def adopted(self):
        return self.filter(kind=EditionKind.ADOPTED)

    def of(self, policy_id):
        return self.filter(policy_id=policy_id)

    def newest_first(self):
        return self.order_by("-number", models.F("draft_number").desc(nulls_first=True))

    def in_force(self, policy_id, at=None) -> "Edition | None":
        """Return the edition in force at an instant, or None.

        In force is computed from dates whenever it is asked, so that it changes at midnight in
        Denmark in every process at once, without a job that could be late.
        """
        return self.of(policy_id).newest_in_force_first(at).first()

    def not_withdrawn(self, at=None):
        """Editions that were not withdrawn by the instant `at` (default: now)."""
        withdrawals = {"notes__kind": "withdrawal", "notes__made_at__lte": at or timezone.now()}
        return self.exclude(pk__in=self.model.objects.filter(**withdrawals).values("pk"))

    def newest_in_force_first(self, at=None):
        """Adopted editions whose day has come by the instant `at`; the first is the one in force.

        One that was withdrawn is left out: the one before it is in force again.
        """
        at = at or timezone.now()
        return (
            self.public(at)
            .adopted()
            .not_withdrawn(at)
            .filter(in_force_from__lte=day_of(at))
            .order_by("-in_force_from", "-number")
        )

    def newest_title(self) -> str:
        """Return the authoritative title of the newest edition, or an empty string."""
        newest = self.newest_first().first()
        text = newest and newest.texts.filter(is_authoritative=True).first()
        return text.title if text else ""


class Edition(AppendOnlyModel):
    """A frozen, numbered version of a policy.

    Adopted editions count 1, 2, 3. A hearing version carries the number that it may be adopted
    under, and counts its own tries: "3, høringsudgave 1" is number 3, draft number 1.
    """

    policy = models.ForeignKey(Policy, models.PROTECT, related_name="editions")
    kind = models.CharField(_("kind"), max_length=10, choices=EditionKind)
    number = models.PositiveIntegerField(_("number"))
    draft_number = models.PositiveIntegerField(_("hearing version number"), null=True)
    based_on = models.ForeignKey("self", models.PROTECT, null=True, related_name="successors")
    case_number = models.CharField(_("case number"), max_length=40, blank=True)
    adopted_on = models.DateField(_("adopted on"), null=True)
    in_force_from = models.DateField(_("in force from"), null=True)
    public_from = models.DateTimeField(_("public from"))
    frozen_at = models.DateTimeField(_("frozen"), default=timezone.now)
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    objects = EditionQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        permissions = [("adopt_edition", _("Can adopt editions and put them to hearing"))]
        constraints = [
            models.UniqueConstraint(
                "policy",
                "number",
                condition=models.Q(kind="adopted"),
                name="edition_adopted_number_once",
            ),
            models.UniqueConstraint("policy", "number", "draft_number", name="edition_number_once"),
            models.CheckConstraint(
                condition=models.Q(kind="hearing", draft_number__isnull=False)
                | models.Q(
                    kind="adopted",
                    draft_number__isnull=True,
                    adopted_on__isnull=False,
                    in_force_from__isnull=False,
                ),
                name="edition_has_what_its_kind_needs",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def is_adopted(self) -> bool:
        return self.kind == EditionKind.ADOPTED

    @property
    def name(self) -> str:
        """The edition's name in running text: "udgave 2" or "udkast til udgave 3"."""
        if self.is_adopted:
            return pgettext_lazy("name of an edition", "edition %(number)s") % {
                "number": self.number
            }
        if self.draft_number == 1:
            return pgettext_lazy("name of an edition", "draft of edition %(number)s") % {
                "number": self.number
            }
        return pgettext_lazy("name of an edition", "draft %(draft)s of edition %(number)s") % {
            "number": self.number,
            "draft": self.draft_number,
        }

    @property
    def key(self) -> str:
        """The edition's part of its address: "2", or "3-1" for the first hearing version of 3."""
        return f"{self.number}-{self.draft_number}" if self.draft_number else str(self.number)

    def is_public(self, at=None) -> bool:
        return self.public_from <= (at or timezone.now())


class EditionTextQuerySet(AppendOnlyQuerySet):
    def public(self, at=None):
        """Texts of editions that anybody may read at the instant `at` (default: now)."""
        return self.filter(edition__public_from__lte=at or timezone.now())

    def readable_in(self, locale_id: int, at=None):
        """The reader's own language first, then the authoritative text.

        Annotated: `has_notes`, whether something was said in public of the edition since.
        """
        noted = Edition.objects.filter(
            pk=models.OuterRef("edition"), notes__made_at__lte=at or timezone.now()
        )
        return (
            self.filter(models.Q(locale_id=locale_id) | models.Q(is_authoritative=True))
            .select_related("locale", "edition__based_on")
            .annotate(has_notes=models.Exists(noted))
            .order_by(
                models.Case(models.When(locale_id=locale_id, then=0), default=1),
            )
        )

    def for_readers_of(self, locale_id: int, at=None):
        """The same, with `in_force_id`: the edition of that policy that is in force now, or None."""
        in_force = (
            Edition.objects.filter(policy=models.OuterRef("edition__policy"))
            .newest_in_force_first(at)
            .values("pk")[:1]
        )
        return self.readable_in(locale_id, at).annotate(in_force_id=models.Subquery(in_force))


class EditionText(AppendOnlyModel):
    """An edition in one language.

    `content` is a list of plain values, one for each passage in reading order:
    {"passage": uuid, "code": str, "kind": str, "number": str, "value": {...}} (see
    `policy.freezing`). It needs no StreamField, page, image or snippet to be read.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="texts")
    locale = models.ForeignKey(Locale, models.PROTECT, related_name="+")
    is_authoritative = models.BooleanField(
        _("authoritative"), help_text=_("The text in force; the others are translations of it.")
    )
    title = models.CharField(_("title"), max_length=255)
    introduction = models.TextField(_("introduction"), blank=True)
    note = models.TextField(_("note"), blank=True)
    adopted_by = models.CharField(_("adopted by"), max_length=120, blank=True)
    content = models.JSONField(_("content"))
    terms = models.JSONField(
        _("explained terms"), default=list, help_text=_("The terms as they were explained then.")
    )
    sha256 = models.CharField(max_length=64)
    revision_id = models.PositiveBigIntegerField(
        null=True,
        help_text=_("The revision it was frozen from: a plain value, since revisions go."),
    )
    frozen_at = models.DateTimeField(_("frozen"), default=timezone.now)

    objects = EditionTextQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("text of an edition")
        verbose_name_plural = _("texts of editions")
        constraints = [
            models.UniqueConstraint("edition", "locale", name="edition_text_once_a_language"),
            models.UniqueConstraint(
                "edition",
                condition=models.Q(is_authoritative=True),
                name="edition_text_one_authoritative",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.edition} ({self.locale.language_code})"
