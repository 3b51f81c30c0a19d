"""What senders fill in about their own comment."""

import re

from django import forms
from django.utils.translation import gettext_lazy as _

from comments.form.fields import Words
from comments.states import Stance

CODE = re.compile(r"(?:^|/)([A-Za-z0-9_-]{32})/?$")


class OwnForm(forms.Form):
    """Field ids are "f-" and the field's name, as in the form that the comment came by."""

    use_required_attribute = False

    def __init__(self, data=None, **kwargs):
        super().__init__(data, auto_id="f-%s", **kwargs)

    def summary(self) -> list[dict[str, str]]:
        """Return the errors for the list on top of the page: the field's id and a sentence."""
        return [
            {"id": self[name].id_for_label, "message": message}
            for name, messages in self.errors.items()
            for message in messages
        ]


class EditForm(OwnForm):
    """The words of a comment. `version` is the comment's, as the sender saw it."""

    version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)
    text = Words(error_messages={"required": _("Write your comment.")})
    proposal = Words(required=False)
    stance = forms.ChoiceField(
        choices=[("", _("No answer")), *Stance.choices],
        required=False,
        error_messages={"invalid_choice": _("Choose one of the answers.")},
    )


class AppealForm(OwnForm):
    """Why the sender disagrees with a rejection."""

    text = Words(error_messages={"required": _("Write why you disagree.")})


class EmailForm(OwnForm):
    """The address that mails about the comment go to."""

    email = forms.EmailField(
        max_length=254,
        error_messages={
            "required": _("Write your e-mail address."),
            "invalid": _("Write an e-mail address with @, for example name@example.com."),
            "max_length": _("The e-mail address is too long."),
        },
    )


class FindForm(OwnForm):
    """The code of a receipt, or the address that it is the last part of, spaces left out."""

    code = forms.CharField(
        max_length=400, error_messages={"required": _("Write the code of your receipt.")}
    )

    def clean_code(self) -> str:
        """Return the code alone."""
        typed = "".join(self.cleaned_data["code"].split())
        found = CODE.search(typed)
        if found is None:
            raise forms.ValidationError(_("The code has 32 letters, digits and signs."))
        return found[1]


class LostForm(OwnForm):
    """What a sender still knows when the receipt is gone."""

    email = forms.EmailField(
        max_length=254,
        error_messages={
            "required": _("Write the e-mail address that you gave with the comment."),
            "invalid": _("Write an e-mail address with @, for example name@example.com."),
            "max_length": _("The e-mail address is too long."),
        },
    )
    number = forms.IntegerField(
        min_value=1,
        max_value=2_000_000_000,
        error_messages={
            "required": _("Write the comment’s number."),
            "invalid": _("Write the number with digits only, for example 12."),
            "min_value": _("Write the number with digits only, for example 12."),
            "max_value": _("Write the number with digits only, for example 12."),
        },
    )
