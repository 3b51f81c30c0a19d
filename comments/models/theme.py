"""Themes that staff put over a hearing's comments, to answer and report what belongs together."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .comment import Comment
from .hearing import Hearing


class Theme(models.Model):
    """What several comments of a hearing are about, whichever passages they stand at."""

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="themes")
    order = models.PositiveIntegerField(_("order"), default=0)
    created_at = models.DateTimeField(_("created"), db_default=Now(), editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    comments = models.ManyToManyField(Comment, through="ThemedComment", related_name="themes")

    class Meta:
        verbose_name = _("theme of comments")
        verbose_name_plural = _("themes of comments")
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    def title_in(self, language: str) -> str:
        """Return the title in a language, or in Danish. `texts` should be prefetched."""
        titles = {text.language: text.title for text in self.texts.all()}
        return titles.get(language) or titles.get(settings.LANGUAGE_CODE, "")


class ThemeText(models.Model):
    """A theme's title in one language. Danish is written, the others are translated."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=10)
    title = models.CharField(_("title"), max_length=120)

    class Meta:
        verbose_name = _("title of a theme")
        verbose_name_plural = _("titles of themes")
        constraints = [
            models.UniqueConstraint("theme", "language", name="theme_text_once_a_language"),
        ]

    def __str__(self) -> str:
        return self.title


class ThemedComment(models.Model):
    """One comment in one theme. A comment can be in several."""

    theme = models.ForeignKey(Theme, models.CASCADE, related_name="memberships")
    comment = models.ForeignKey(Comment, models.CASCADE, related_name="memberships")
    added_at = models.DateTimeField(_("added"), db_default=Now(), editable=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )

    class Meta:
        verbose_name = _("comment in a theme")
        verbose_name_plural = _("comments in themes")
        constraints = [
            models.UniqueConstraint("theme", "comment", name="comment_once_a_theme"),
        ]

    def __str__(self) -> str:
        return f"{self.comment_id} in {self.theme_id}"
