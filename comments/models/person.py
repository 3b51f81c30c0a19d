"""The register of what people ask about their own data, and what was done about it."""

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from policy.append_only import AppendOnlyModel, AppendOnlyQuerySet

from .comment import Comment
from .request import ErasureRequest


class PersonRequestKind(models.TextChoices):
    ACCESS = "access", _("to see one’s data")
    ERASURE = "erasure", _("to have one’s data deleted")
    CORRECTION = "correct", _("to have something corrected")
    OBJECTION = "object", _("to object")


class PersonRequestState(models.TextChoices):
    RECEIVED = "received", _("received")
    HANDLED = "handled", _("being handled")
    ANSWERED = "answered", _("answered")


class PersonRequestQuerySet(models.QuerySet):
    def open(self):
        return self.exclude(state=PersonRequestState.ANSWERED)


class PersonRequest(models.Model):
    """Somebody asks about her own data: answered within a month (GDPR art. 12 (3)).

    `asked` is whom staff look for: an e-mail address or a name. It is emptied when the time for such
    requests is over. One that was asked on a receipt has `erasure`, and of its sender nothing here.
    """

    kind = models.CharField(_("asks"), max_length=8, choices=PersonRequestKind)
    state = models.CharField(
        _("status"),
        max_length=8,
        choices=PersonRequestState,
        default=PersonRequestState.RECEIVED,
    )
    email = models.EmailField(_("e-mail"), blank=True)
    name = models.CharField(_("name"), max_length=120, blank=True)
    words = models.TextField(_("what is asked"), blank=True)
    received_on = models.DateField(_("received"), default=timezone.localdate)
    due_on = models.DateField(_("due"))
    extended_because = models.TextField(_("why it takes longer"), blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, editable=False)
    answer = models.TextField(_("answer"), blank=True)
    comments = models.ManyToManyField(Comment, related_name="person_requests", blank=True)
    erasure = models.OneToOneField(
        ErasureRequest, models.PROTECT, null=True, related_name="registered", editable=False
    )

    objects = PersonRequestQuerySet.as_manager()

    class Meta:
        verbose_name = _("request about one’s own data")
        verbose_name_plural = _("requests about one’s own data")
        ordering = ["due_on", "pk"]
        permissions = [("handle_personrequest", _("Can handle requests about one’s own data"))]
        indexes = [models.Index("state", "due_on", name="person_request_due")]

    def __str__(self) -> str:
        # Wagtail's log keeps this for ever: a number and no words.
        return str(_("request %(number)s")) % {"number": self.pk}

    @property
    def is_late(self) -> bool:
        return self.state != PersonRequestState.ANSWERED and self.due_on < timezone.localdate()


class StepKind(models.TextChoices):
    RECEIVED = "received", _("received")
    BEGUN = "begun", _("begun")
    FOUND = "found", _("chose what is about the person")
    EXPORTED = "exported", _("took all data out")
    ERASED = "erased", _("deleted data")
    EXTENDED = "extended", _("extended the time")
    ANSWERED = "answered", _("answered")


class PersonRequestStep(AppendOnlyModel):
    """Who did what about a request, and when. `count` is of how many things; no word of anybody."""

    request = models.ForeignKey(PersonRequest, models.PROTECT, related_name="steps")
    kind = models.CharField(_("what"), max_length=8, choices=StepKind)
    count = models.PositiveIntegerField(default=0)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"), db_default=Now())

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("step of a request")
        verbose_name_plural = _("steps of requests")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.kind} in {self.request_id}"
