"""What staff write down while they work: who takes what, notes to each other, own views."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class Assignment(models.Model):
    """Who looks at a comment. It gives and takes no right: anybody who moderates still can."""

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="assignment")
    to = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", verbose_name=_("assigned to")
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(_("at"), db_default=Now())

    class Meta:
        verbose_name = _("assignment of a comment")
        verbose_name_plural = _("assignments of comments")

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.to_id}"


class InternalNote(models.Model):
    """What staff say to each other about a comment. Never public; erased with the comment."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="notes")
    text = models.TextField(_("note"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("by")
    )
    at = models.DateTimeField(_("at"), db_default=Now())

    class Meta:
        verbose_name = _("internal note")
        verbose_name_plural = _("internal notes")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"note on {self.comment_id}"


class SavedView(models.Model):
    """Filters of the queue under a name. Without an owner it is everybody's."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+"
    )
    name = models.CharField(_("name"), max_length=60)
    query = models.CharField(_("filters"), max_length=500)

    class Meta:
        verbose_name = _("saved view")
        verbose_name_plural = _("saved views")
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint("owner", "name", name="saved_view_name_once_a_person"),
            models.UniqueConstraint(
                "name",
                condition=models.Q(owner__isnull=True),
                name="saved_view_shared_name_once",
            ),
        ]

    def __str__(self) -> str:
        return self.name
