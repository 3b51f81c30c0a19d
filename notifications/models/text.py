"""The municipality's own words for a mail, one row a language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin

from notifications.keys import MailKey
from notifications.placeholders import PLACEHOLDERS, unknown_placeholders


class MailText(TranslatableMixin, models.Model):
    """What a mail says. Where there is no row, the site's own text is sent (`notifications.texts`)."""

    key = models.CharField(_("mail"), max_length=20, choices=MailKey)
    subject = models.CharField(_("subject"), max_length=150)
    text = models.TextField(
        _("text"),
        help_text=_(
            "Words in braces, such as {number}, are filled in. A paragraph is left out when what "
            "it asks for does not exist, for example a date that is not set."
        ),
    )

    panels = [FieldPanel("key"), FieldPanel("subject"), FieldPanel("text")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("text of a mail")
        verbose_name_plural = _("texts of mails")
        ordering = ["key"]
        constraints = [
            models.UniqueConstraint("key", "locale", name="mail_text_once_a_language"),
        ]

    def __str__(self) -> str:
        return self.get_key_display()

    def clean(self):
        """Refuse words in braces that this mail knows nothing of: they would be sent as they are."""
        super().clean()
        if self.key not in PLACEHOLDERS:
            return
        faults = {}
        for name in ("subject", "text"):
            if unknown := unknown_placeholders(self.key, getattr(self, name)):
                listed = ", ".join(f"{{{word}}}" for word in sorted(unknown))
                faults[name] = _("This mail knows nothing of %(words)s.") % {"words": listed}
        if faults:
            raise ValidationError(faults)
