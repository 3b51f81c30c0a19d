"""What a reader fills in to report a comment."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from comments.clean import clean_text, count_characters, is_blank
from comments.form.fields import MAX_RAW, TRAP
from comments.models import ReportKind
from comments.receipt.fields import OwnForm

MAX_TEXT = 500  # characters


class ReportForm(OwnForm):
    """What is wrong, and why if the reader wants to say so."""

    kind = forms.ChoiceField(
        choices=ReportKind.choices,
        error_messages={
            "required": _("Choose what is wrong."),
            "invalid_choice": _("Choose what is wrong."),
        },
    )
    text = forms.CharField(required=False, strip=False, max_length=MAX_RAW)

    def clean_text(self):
        """Return the words cleaned; refuse more than there is room for, with the count."""
        text = clean_text(self.cleaned_data["text"])
        if is_blank(text):
            return ""
        count = max(count_characters(text), len(text))
        if count > MAX_TEXT:
            raise forms.ValidationError(
                ngettext_lazy(
                    "Your text has %(count)d character. It can have 500.",
                    "Your text has %(count)d characters. It can have 500.",
                    "count",
                )
                % {"count": count}
            )
        return text

    @property
    def is_trapped(self) -> bool:
        """Tell whether the field that people don't see was filled in."""
        return bool(self.data.get(TRAP, "").strip())
