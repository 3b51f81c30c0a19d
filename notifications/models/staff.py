"""Which of the mails about their work a member of staff wants. Without a row: all of them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class StaffMailSetting(models.Model):
    """One person's choice, made in her own account."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="staff_mail", editable=False
    )
    wants_queue = models.BooleanField(
        _("what waits for a decision"),
        default=True,
        help_text=_("On working days when comments wait."),
    )
    wants_due = models.BooleanField(
        _("what is due"),
        default=True,
        help_text=_("On Mondays, and on the day on which a promise or an answer falls due."),
    )
    wants_translations = models.BooleanField(
        _("what is behind in translation"),
        default=True,
        help_text=_("On Mondays, when texts of your languages are out of date or missing."),
    )

    class Meta:
        verbose_name = _("mails to a member of staff")
        verbose_name_plural = _("mails to members of staff")

    def __str__(self) -> str:
        return f"mails to {self.user_id}"
