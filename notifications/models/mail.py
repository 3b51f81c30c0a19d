"""Mails on their way: written in the transaction of their cause, sent by the worker after it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from notifications.keys import MailKey
from policy.locales import all_languages


class MailStatus(models.TextChoices):
    WAITING = "waiting", _("waiting")
    SENT = "sent", _("sent")
    PARKED = "parked", _("given up")
    RECALLED = "recalled", _("taken back")


class OutgoingMailQuerySet(models.QuerySet):
    def due(self, at=None):
        """Mails to send at the instant `at` (default: now), the longest due first."""
        return self.filter(status=MailStatus.WAITING, due_at__lte=at or timezone.now()).order_by(
            "due_at", "pk"
        )

    def untouched(self):
        """Mails that no worker has tried to send: nobody can have read them."""
        return self.filter(attempts=0, status__in=(MailStatus.WAITING, MailStatus.PARKED))

    def waiting(self):
        return self.filter(status=MailStatus.WAITING)


class OutgoingMail(models.Model):
    """One mail to one address.

    `cause` names what it is about ("comment:12"), and together with `kind` makes it one mail however
    often it is asked for. Once sent, address and text are emptied: they hold what nobody but the
    receiver may have, the receipt's secret above all.
    """

    kind = models.CharField(_("kind"), max_length=20, choices=MailKey)
    cause = models.CharField(_("cause"), max_length=60)
    status = models.CharField(
        _("status"), max_length=10, choices=MailStatus, default=MailStatus.WAITING
    )
    to = models.EmailField(_("to"), blank=True)
    address_hash = models.CharField(max_length=64, editable=False)
    language = models.CharField(_("language"), max_length=10, choices=all_languages)
    subject = models.CharField(_("subject"), max_length=255)
    text = models.TextField(_("text"), blank=True)
    # Where one click ends what the mail comes from (RFC 8058); empty for mails that are asked for one by one.
    unsubscribe_url = models.CharField(max_length=300, blank=True, editable=False)
    message_id = models.CharField(max_length=255, unique=True, editable=False)
    created_at = models.DateTimeField(_("written"), default=timezone.now)
    due_at = models.DateTimeField(_("next try"), default=timezone.now)
    attempts = models.PositiveIntegerField(_("tries"), default=0)
    sent_at = models.DateTimeField(_("sent"), null=True)
    last_error = models.CharField(_("last error"), max_length=255, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mails")
        constraints = [
            models.UniqueConstraint("kind", "cause", name="mail_once_a_cause"),
        ]
        indexes = [
            models.Index("status", "due_at", name="mail_due"),
            models.Index("address_hash", "created_at", name="mail_by_address"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.cause}"

    @property
    def masked_to(self) -> str:
        """The address as staff see it: enough to recognise a mistake, not enough to read a person."""
        name, _at, host = self.to.rpartition("@")
        return f"{name[:1]}…@{host}" if host else ""
