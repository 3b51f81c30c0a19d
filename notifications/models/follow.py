"""Who follows what by mail, and what happened that they may be told of."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from policy.locales import all_languages


class Rhythm(models.TextChoices):
    """How often a follower gets a mail. At once is at most one an hour."""

    AT_ONCE = "at_once", _("At once, at most one an hour")
    DAILY = "daily", _("Once a day")
    WEEKLY = "weekly", _("Once a week")


class SubscriptionQuerySet(models.QuerySet):
    def confirmed(self):
        """Those whose address's owner pressed the button. Nobody else gets any news."""
        return self.filter(confirmed_at__isnull=False)


class Subscription(models.Model):
    """An address that follows a topic ("hearing:12"; see `notifications.follow.topics`).

    Ending it deletes the row: nothing is kept of who followed what. `told` is the id of the last notice
    that was told of, or was there when it began.
    """

    topic = models.CharField(_("what is followed"), max_length=60)
    email = models.EmailField(_("e-mail"))
    address_hash = models.CharField(max_length=64, editable=False)
    language = models.CharField(_("language"), max_length=10, choices=all_languages)
    rhythm = models.CharField(_("how often"), max_length=8, choices=Rhythm)
    created_at = models.DateTimeField(_("asked for"), default=timezone.now, editable=False)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True, editable=False)
    next_at = models.DateTimeField(_("next mail not before"), default=timezone.now, editable=False)
    told = models.BigIntegerField(default=0, editable=False)

    objects = SubscriptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("follower")
        verbose_name_plural = _("followers")
        constraints = [
            models.UniqueConstraint("topic", "address_hash", name="followed_once_an_address"),
        ]
        indexes = [models.Index("next_at", name="follower_due")]

    def __str__(self) -> str:
        return f"follower {self.pk} of {self.topic}"

    @property
    def masked_email(self) -> str:
        """The address as staff see it: enough to recognise a mistake, not enough to read a person."""
        name, _at, host = self.email.rpartition("@")
        return f"{name[:1]}…@{host}"


class NoticeKind(models.TextChoices):
    COMMENT = "comment", _("new comment")
    ANSWER = "answer", _("new answer")
    DATES = "dates", _("other dates")
    HEARING = "hearing", _("new hearing")
    REPORT = "report", _("hearing report")
    EDITION = "edition", _("new edition")


class Notice(models.Model):
    """Something happened in a topic that somebody follows. It holds ids and no word of anybody.

    Written in the transaction of its cause; what is said of it is read when the mail is written, so
    that nobody is told of what was taken back meanwhile.
    """

    topic = models.CharField(max_length=60)
    kind = models.CharField(max_length=8, choices=NoticeKind)
    subject = models.BigIntegerField()
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes = [models.Index("topic", "id", name="notice_by_topic")]

    def __str__(self) -> str:
        return f"{self.kind} {self.subject} in {self.topic}"
