from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from comments.states import CommentStatus, DecisionAction
from policy.append_only import AppendOnlyModel, AppendOnlyQuerySet

from .comment import Comment


class Reason(TranslatableMixin, models.Model):
    """A reason for not publishing, with the text that its sender gets. Staff keep the list."""

    key = models.SlugField(_("key"), help_text=_("The same in every language."))
    title = models.CharField(_("title"), max_length=120)
    text = models.TextField(_("text to the sender"))
    order = models.PositiveIntegerField(_("order"), default=0)
    needs_second_reader = models.BooleanField(
        _("two must agree"),
        default=False,
        help_text=_("A rejection for this reason is proposed, and another moderator confirms it."),
    )

    panels = [
        FieldPanel("key"),
        FieldPanel("title"),
        FieldPanel("text"),
        FieldPanel("order"),
        FieldPanel("needs_second_reader"),
    ]

    # Decisions keep the key, so it is the same in every language and no translator is asked for it.
    override_translatable_fields = [
        SynchronizedField("key", overridable=False),
        SynchronizedField("needs_second_reader", overridable=False),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("reason for not publishing")
        verbose_name_plural = _("reasons for not publishing")
        ordering = ["order", "title"]
        constraints = [models.UniqueConstraint("key", "locale", name="reason_key_once_a_language")]

    def __str__(self) -> str:
        return self.title


class DecisionQuerySet(AppendOnlyQuerySet):
    def standing(self):
        """Decisions that nobody took back, without the steps back themselves."""
        return self.filter(undone_by=None, undoes=None)


class Decision(AppendOnlyModel):
    """One step of a comment from state to state: who, when, why. Never changed, never deleted.

    The reason is kept by its key: its wording may be improved later, what was decided may not.
    """

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="decisions")
    action = models.CharField(_("action"), max_length=10, choices=DecisionAction)
    from_status = models.CharField(_("from"), max_length=10, choices=CommentStatus, blank=True)
    to_status = models.CharField(_("to"), max_length=10, choices=CommentStatus)
    comment_version = models.PositiveIntegerField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
        help_text=_("Empty when the sender did it, or the site by itself."),
    )
    at = models.DateTimeField(_("at"), db_default=Now())
    reason = models.SlugField(_("reason"), blank=True)
    undoes = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        related_name="undone_by",
        help_text=_("What this step took back. Nothing is taken back twice."),
    )

    objects = DecisionQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "comment", "comment_version", name="decision_once_a_comment_version"
            ),
        ]
        indexes = [
            models.Index("by", "at", name="decision_by_whom"),
            # The few that were appealed, without a look at each comment's log.
            models.Index("action", "comment", name="decision_of_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.action}"
