from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .comment import Comment


class TextRole(models.TextChoices):
    ORIGINAL = "original", _("Original")
    REDACTED = "redacted", _("Shortened by the municipality")
    TRANSLATION = "translation", _("Translated by the municipality")
    UNREAD = "unread", _("Translation that waits to be read")
    PROPOSAL = "proposal", _("Proposed wording")
    APPEAL = "appeal", _("Why the sender disagrees")


class CommentTextQuerySet(models.QuerySet):
    def public(self):
        """Texts that anybody may read: of public comments, and of those not what was said to staff,
        nor a translation that no second person has read.

        Of a shortened comment neither the original nor the proposal, which may repeat what was
        taken out.
        """
        shortened = self.model.objects.filter(
            comment_id=models.OuterRef("comment_id"), role=TextRole.REDACTED
        )
        # Asked of each text's own comment: joined, SQLite begins with all that is published.
        published = Comment.objects.public().filter(pk=models.OuterRef("comment_id"))
        return (
            self.filter(models.Exists(published))
            .exclude(role__in=[TextRole.APPEAL, TextRole.UNREAD])
            .exclude(models.Exists(shortened), role__in=[TextRole.ORIGINAL, TextRole.PROPOSAL])
        )


class CommentText(models.Model):
    """Words of a comment. Nothing else in the site holds any, so erasing them is one place."""

    comment = models.ForeignKey(Comment, models.CASCADE, related_name="texts")
    role = models.CharField(_("role"), max_length=12, choices=TextRole)
    language = models.CharField(_("language"), max_length=10)
    text = models.TextField(_("text"))
    created_at = models.DateTimeField(_("created"), db_default=Now(), editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )

    # Of an original: what it shares with identical ones, written with it; and those that are nearly
    # so, for which the worker looks a moment later. `comments.likeness` says how.
    mark = models.CharField(max_length=64, blank=True, editable=False)
    family = models.ForeignKey(
        "comments.TextFamily", models.SET_NULL, null=True, related_name="texts", editable=False
    )

    objects = CommentTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of a comment")
        verbose_name_plural = _("texts of comments")
        constraints = [
            models.UniqueConstraint(
                "comment", "role", "language", name="comment_text_once_a_role_and_language"
            ),
        ]
        indexes = [
            models.Index("mark", name="identical_texts"),
            models.Index(
                fields=["role", "id"],
                condition=models.Q(family=None),
                name="texts_without_a_family",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.language} of {self.comment_id}"
