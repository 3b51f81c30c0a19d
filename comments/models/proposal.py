from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .comment import Comment
from .decision import Decision


class ProposalState(models.TextChoices):
    OPEN = "open", _("waits for a second reader")
    CONFIRMED = "confirmed", _("confirmed")
    DECLINED = "declined", _("not agreed with")
    TAKEN_BACK = "taken_back", _("taken back")
    OVERTAKEN = "overtaken", _("overtaken")


class ProposalQuerySet(models.QuerySet):
    def waiting(self):
        """Proposals that somebody else can confirm: the comment is as it was when they were made."""
        return self.filter(state=ProposalState.OPEN, comment_version=models.F("comment__version"))


class ProposedRejection(models.Model):
    """A moderator wants to reject a comment for a reason that takes two. The comment stays as it is.

    What comes of it is written here; a rejection that both agree on is a `Decision` too.
    """

    comment = models.ForeignKey(Comment, models.PROTECT, related_name="proposals")
    comment_version = models.PositiveIntegerField()
    reason = models.SlugField(_("reason"))
    state = models.CharField(
        _("status"), max_length=10, choices=ProposalState, default=ProposalState.OPEN
    )
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("proposed by")
    )
    proposed_at = models.DateTimeField(_("proposed"), db_default=Now(), editable=False)
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    handled_at = models.DateTimeField(_("handled"), null=True, editable=False)
    decision = models.OneToOneField(
        Decision, models.PROTECT, null=True, related_name="proposal", editable=False
    )

    objects = ProposalQuerySet.as_manager()

    class Meta:
        verbose_name = _("proposed rejection")
        verbose_name_plural = _("proposed rejections")
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                "comment",
                condition=models.Q(state="open"),
                name="rejection_proposed_once_at_a_time",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="confirmed")
                | ~models.Q(handled_by=models.F("proposed_by")),
                name="rejection_confirmed_by_somebody_else",
            ),
        ]

    def __str__(self) -> str:
        return f"proposal about {self.comment_id}"
