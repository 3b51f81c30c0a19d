"""What staff fill in about the dialogue."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from comments.states import DecisionAction


class DecisionForm(forms.Form):
    """A decision: about which version of the comment, what, and why."""

    version = forms.IntegerField(min_value=1)
    action = forms.ChoiceField(
        choices=[
            (DecisionAction.PUBLISH.value, ""),
            (DecisionAction.HOLD.value, ""),
            (DecisionAction.REJECT.value, ""),
            ("shorten", ""),
        ]
    )
    reason = forms.SlugField(required=False, max_length=50)
    text = forms.CharField(required=False, strip=False)


class HearingForm(forms.Form):
    """A hearing. `revision_id` names the text that the editor had before her."""

    revision_id = forms.IntegerField(widget=forms.HiddenInput)
    opens_at = forms.DateTimeField(
        label=_("Opens"),
        widget=AdminDateTimeInput,
        help_text=_("Danish time. Nobody outside sees the draft before."),
    )
    closes_at = forms.DateTimeField(
        label=_("Closes"),
        widget=AdminDateTimeInput,
        help_text=_("Danish time. The whole of this minute is still in time."),
    )
    answers_due = forms.DateField(
        label=_("Answers due"),
        widget=AdminDateInput,
        required=False,
        help_text=_("Shown to everybody who has written."),
    )
    decision_planned_on = forms.DateField(
        label=_("Decision planned on"), widget=AdminDateInput, required=False
    )
    case_number = forms.CharField(
        label=_("Case number"), max_length=40, help_text=_("From the municipality’s case system.")
    )
    note = forms.CharField(
        label=_("What is new, in one or two sentences"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Shown in the list of editions."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, name in settings.LANGUAGES:
            self.fields[f"purpose_{code}"] = forms.CharField(
                label=_("Purpose (%(language)s)") % {"language": name},
                required=code == settings.LANGUAGE_CODE,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=_("Two or three sentences: what you want to know, and what can change."),
            )

    def clean_closes_at(self):
        """Staff write minutes and mean all of the last one: "23.59" is until midnight."""
        return self.cleaned_data["closes_at"].replace(second=59, microsecond=0)

    def clean(self):
        """Refuse an end before the beginning here too, beside the field that is wrong."""
        cleaned = super().clean()
        opens_at, closes_at = cleaned.get("opens_at"), cleaned.get("closes_at")
        if opens_at and closes_at and closes_at <= opens_at:
            self.add_error("closes_at", _("A hearing must close after it opens."))
        return cleaned

    @property
    def purposes(self) -> dict[str, str]:
        return {code: self.cleaned_data[f"purpose_{code}"] for code, _name in settings.LANGUAGES}
