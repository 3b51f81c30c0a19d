"""What whoever wants to follow something fills in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from comments.receipt.fields import EmailForm
from notifications.models import Rhythm


class FollowForm(EmailForm):
    """The address, and how often."""

    rhythm = forms.ChoiceField(
        choices=Rhythm.choices,
        initial=Rhythm.DAILY,
        error_messages={
            "required": _("Choose how often."),
            "invalid_choice": _("Choose one of the answers."),
        },
    )
