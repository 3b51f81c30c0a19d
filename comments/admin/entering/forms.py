"""What staff fill in of a letter: the sender's words as the form has them, and how they came."""

import secrets

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from comments.form.fields import CommentForm
from comments.importing.columns import FIELDS
from comments.languages import WRITTEN
from comments.states import BY_HAND, AuthorKind

WHOLE = "0"
HELP = {
    "email": _("Never shown. The sender gets a mail there that leads to the receipt."),
    "shown": _("If the letter says nothing about it: do not show the name."),
}


def source_choices() -> list:
    return [(source.value, source.label) for source in BY_HAND]


def language_choices() -> list[tuple[str, str]]:
    """Return (code, name) of the languages that a comment can be in, the site's own first."""
    return [(code, get_language_info(code)["name_translated"].capitalize()) for code in WRITTEN]


class EntryForm(CommentForm):
    """A letter typed in. `wordings` are those of the text that the hearing is about."""

    nonce = forms.CharField(widget=forms.HiddenInput, max_length=64)
    source = forms.ChoiceField(choices=source_choices)
    received_on = forms.DateField(widget=AdminDateInput)
    place = forms.ChoiceField()
    language = forms.ChoiceField(choices=language_choices)

    field_order = (
        *("nonce", "source", "received_on", "place", "text", "proposal", "stance"),
        *("author_kind", "name", "shown", "district", "email", "language"),
    )

    def __init__(self, data=None, *, wordings, kept=None, **kwargs):
        first = {
            "nonce": secrets.token_urlsafe(24),
            "received_on": timezone.localdate(),
            "author_kind": AuthorKind.CITIZEN,
            "language": settings.LANGUAGE_CODE,
            **(kept or {}),
        }
        super().__init__(data, initial=first, **kwargs)
        self.wordings = {str(wording.pk): wording for wording in wordings}
        self.fields["place"].choices = [
            (WHOLE, _("The whole")),
            *((pk, name_of(wording)) for pk, wording in self.wordings.items()),
        ]
        for name, (label, _known) in FIELDS.items():
            self.fields[name].label = label
            self.fields[name].help_text = HELP.get(name, "")
        self.fields["text"].widget.attrs["rows"] = 8
        self.fields["proposal"].widget.attrs["rows"] = 3
        self.fields["place"].widget.attrs["data-entry-place"] = ""
        if kept and not self.is_bound:
            # The next letter: how and when it came stands there already.
            self.fields["place"].widget.attrs["autofocus"] = True

    def values(self) -> dict:
        """Return what `enter` wants to know of a valid form, all but who and where."""
        fields = super().values()
        place = fields.pop("place")
        return {**fields, "wording": self.wordings.get(place)}


def name_of(wording) -> str:
    """Name a passage for a list: its label, or the first of its words where it has none."""
    return wording.label or f"{wording.get_kind_display()}: {wording.text[:60]}"
