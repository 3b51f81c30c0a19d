"""An order: a text, a language, a day. And the log of what became of it."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce, Now
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from policy.append_only import AppendOnlyModel, AppendOnlyQuerySet
from policy.models import Edition, EditionText, Policy, PolicyPage
from translation.states import OPEN, TRANSLATING, OrderAction, OrderState


class OrderQuerySet(models.QuerySet):
    def open(self):
        """Orders that somebody still has to do something about."""
        return self.filter(state__in=OPEN)

    def being_translated(self):
        return self.filter(state__in=TRANSLATING)

    def in_languages(self, locale_ids):
        """Orders in these languages; all of them for None."""
        return self if locale_ids is None else self.filter(locale__in=locale_ids)

    def for_translator(self, user):
        """Orders that are this person's, or nobody's."""
        return self.filter(models.Q(translator=user) | models.Q(translator=None))

    def by_deadline(self):
        """The most urgent first; those without a day last."""
        return self.order_by(models.F("deadline").asc(nulls_last=True), "pk")

    def of_the_page(self, policy_id):
        """Orders of what a translated page holds: the working text, or the policy's newest edition."""
        newest = Edition.objects.of(policy_id).order_by("-frozen_at", "-pk").values("pk")[:1]
        wanted = models.Q(edition=None) | models.Q(edition__in=newest)
        return self.filter(wanted, policy=policy_id)

    def with_titles(self):
        """Give each order the Danish title of what is ordered, as `danish_title`; "" when it is gone."""
        texts = EditionText.objects.filter(
            edition=models.OuterRef("edition"), is_authoritative=True
        )
        pages = PolicyPage.objects.in_source_language().filter(
            translation_key=models.OuterRef("policy")
        )
        titles = [models.Subquery(found.values("title")[:1]) for found in (texts, pages)]
        return self.annotate(danish_title=Coalesce(*titles, models.Value("")))


class TranslationOrder(models.Model):
    """Somebody wants a policy's text in a language: that of an edition, or the working text.

    `state` changes through `translation.orders` alone, which writes an `OrderMove` with each change.
    """

    policy = models.ForeignKey(Policy, models.CASCADE, related_name="translation_orders")
    edition = models.ForeignKey(
        Edition,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="translation_orders",
        verbose_name=_("edition"),
    )
    locale = models.ForeignKey(Locale, models.CASCADE, related_name="+", verbose_name=_("language"))
    state = models.CharField(
        _("state"), max_length=10, choices=OrderState, default=OrderState.ORDERED
    )
    version = models.PositiveIntegerField(default=1, editable=False)
    deadline = models.DateField(_("deadline"), null=True, blank=True)
    note = models.TextField(_("note to the translator"), blank=True)
    ordered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("ordered by"),
    )
    ordered_at = models.DateTimeField(_("ordered"), default=timezone.now)
    translator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("translator"),
    )
    translated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("translated by"),
        help_text=_("Who sent it to be read through."),
    )
    prepared_at = models.DateTimeField(
        _("prepared"), null=True, help_text=_("When its text was laid out at the desk.")
    )
    fault = models.TextField(_("why it can’t be translated"), blank=True)

    objects = OrderQuerySet.as_manager()

    class Meta:
        verbose_name = _("translation order")
        verbose_name_plural = _("translation orders")
        permissions = [
            ("order_translation", _("Can order translations")),
            ("approve_translation", _("Can approve translations")),
        ]
        constraints = [
            models.UniqueConstraint(
                "edition",
                "locale",
                condition=models.Q(edition__isnull=False, state__in=sorted(OPEN)),
                name="order_open_once_an_edition",
            ),
            models.UniqueConstraint(
                "policy",
                "locale",
                condition=models.Q(edition__isnull=True, state__in=sorted(OPEN)),
                name="order_open_once_a_policy",
            ),
        ]
        indexes = [models.Index("state", "deadline", name="order_by_deadline")]

    def __str__(self) -> str:
        return f"{self.locale_id}, {self.edition_id or self.policy_id}"

    @property
    def text_name(self) -> str:
        """What is to be translated: "Edition 2" or "The working text"."""
        if self.edition_id:
            name = str(self.edition.name)
            return name[:1].upper() + name[1:]
        return _now("The working text")

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_being_translated(self) -> bool:
        return self.state in TRANSLATING


class OrderMove(AppendOnlyModel):
    """One step of an order: who, when, and what was said. Never changed."""

    order = models.ForeignKey(TranslationOrder, models.CASCADE, related_name="moves")
    action = models.CharField(_("action"), max_length=10, choices=OrderAction)
    from_state = models.CharField(_("from"), max_length=10, choices=OrderState, blank=True)
    to_state = models.CharField(_("to"), max_length=10, choices=OrderState)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"), db_default=Now())
    note = models.TextField(_("note"), blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("step of an order")
        verbose_name_plural = _("steps of orders")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.order_id}: {self.action}"
