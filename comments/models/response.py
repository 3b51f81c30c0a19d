from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from comments.states import ResponseStatus, Result
from policy.models import Edition, Passage

from .comment import Comment
from .hearing import Hearing
from .theme import Theme


class ResponseQuerySet(models.QuerySet):
    def public(self):
        """Answers that anybody may read."""
        return self.filter(status=ResponseStatus.PUBLISHED)


class Response(models.Model):
    """A public answer, signed by an office and not by a person. One can answer many comments."""

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="responses")
    status = models.CharField(
        _("status"), max_length=10, choices=ResponseStatus, default=ResponseStatus.DRAFT
    )
    version = models.PositiveIntegerField(default=1)
    signed_by = models.CharField(_("signed by"), max_length=120)
    theme = models.ForeignKey(
        Theme, models.SET_NULL, null=True, blank=True, related_name="responses"
    )
    # Who asked for a second reader, and what that reader said when giving it back.
    handed_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )
    handed_in_at = models.DateTimeField(_("handed in"), null=True, editable=False)
    returned_note = models.TextField(_("what the second reader said"), blank=True)
    published_at = models.DateTimeField(_("published"), null=True, editable=False)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", editable=False
    )

    objects = ResponseQuerySet.as_manager()
    # See `Comment`.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("response")
        verbose_name_plural = _("responses")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="published") | models.Q(published_at__isnull=False),
                name="response_published_has_its_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"

    @property
    def is_public(self) -> bool:
        return self.status == ResponseStatus.PUBLISHED


class ResponseText(models.Model):
    """A response in one language. Danish is written, the others are translated."""

    response = models.ForeignKey(Response, models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=10)
    text = models.TextField(_("text"))

    class Meta:
        verbose_name = _("text of a response")
        verbose_name_plural = _("texts of responses")
        constraints = [
            models.UniqueConstraint("response", "language", name="response_text_once_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.response_id} ({self.language})"


class OutcomeQuerySet(models.QuerySet):
    def public(self):
        """Outcomes that anybody may read: of public comments, told in public answers.

        Each is asked about its own two: a list of ten thousand public comments is never made for it.
        """
        comments = Comment.objects.public().filter(pk=models.OuterRef("comment"))
        responses = Response.objects.public().filter(pk=models.OuterRef("response"))
        return self.filter(models.Exists(comments), models.Exists(responses))

    def promised(self):
        """Public outcomes with a promise for later that is not kept yet."""
        return self.public().filter(follow_up_on__isnull=False, followed_up_at=None)


class Outcome(models.Model):
    """What one comment led to, and the passages that changed. Joins a response to the comment."""

    comment = models.OneToOneField(Comment, models.PROTECT, related_name="outcome")
    response = models.ForeignKey(Response, models.PROTECT, related_name="outcomes")
    result = models.CharField(_("result"), max_length=12, choices=Result)
    edition = models.ForeignKey(
        Edition, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("edition")
    )
    passages = models.ManyToManyField(
        Passage, blank=True, related_name="outcomes", verbose_name=_("passages that changed")
    )
    decided_on = models.DateField(_("decided on"), null=True, blank=True)
    passed_on_to = models.CharField(_("passed on to"), max_length=160, blank=True)
    # Something was promised for later: asked about again that day, until it is done.
    follow_up_on = models.DateField(_("ask again on"), null=True, blank=True, db_index=True)
    followed_up_at = models.DateTimeField(_("followed up"), null=True, editable=False)

    objects = OutcomeQuerySet.as_manager()

    class Meta:
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")

    def __str__(self) -> str:
        return f"{self.comment_id}: {self.result}"


class OutcomeText(models.Model):
    """The reason for an outcome in one language."""

    outcome = models.ForeignKey(Outcome, models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=10)
    reason = models.TextField(_("reason"))

    class Meta:
        verbose_name = _("reason of an outcome")
        verbose_name_plural = _("reasons of outcomes")
        constraints = [
            models.UniqueConstraint("outcome", "language", name="outcome_text_once_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.outcome_id} ({self.language})"
