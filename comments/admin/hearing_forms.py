"""What an editor fills in about a hearing."""

import datetime

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from comments.hearing_warnings import warnings_about
from comments.models import NamesRule
from policy.locales import named_languages, site_languages

# What is said of a hearing in each language: (name, label, help, rows).
WORDS = (
    (
        "purpose",
        _("Purpose (%(language)s)"),
        _("Two or three sentences: what you want to know, and what can change."),
        3,
    ),
    (
        "questions",
        _("Questions to consider (%(language)s)"),
        _("One on each line. Nobody has to answer them."),
        4,
    ),
    (
        "invited",
        _("Who is invited (%(language)s)"),
        _("Councils, associations and others that you ask in particular. Everybody may write."),
        3,
    ),
    (
        "rules",
        _("Rules for comments (%(language)s)"),
        _("What you don’t publish, and why. In plain words."),
        3,
    ),
)


class HearingForm(forms.Form):
    """A hearing. `revision_id` names the text that the editor had before her.

    `warned` holds the dates about which she has been warned: pressed again with the same dates, the
    hearing is created.
    """

    revision_id = forms.IntegerField(widget=forms.HiddenInput)
    warned = forms.CharField(widget=forms.HiddenInput, required=False)
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
    names = forms.ChoiceField(
        label=_("Names of citizens"),
        choices=NamesRule,
        initial=NamesRule.SENDER,
        required=False,
        help_text=_("Associations are always named. You always see who wrote."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, language in named_languages():
            for name, label, help_text, rows in WORDS:
                self.fields[f"{name}_{code}"] = forms.CharField(
                    label=label % {"language": language},
                    required=name == "purpose" and code == settings.LANGUAGE_CODE,
                    widget=forms.Textarea(attrs={"rows": rows}),
                    help_text=help_text,
                )

    def clean_closes_at(self):
        """Staff write minutes and mean all of the last one: "23.59" is until midnight."""
        return whole_minute(self.cleaned_data["closes_at"])

    def clean_names(self):
        return self.cleaned_data["names"] or NamesRule.SENDER

    def clean(self):
        """Refuse an end before the beginning here too, beside the field that is wrong."""
        cleaned = super().clean()
        opens_at, closes_at = cleaned.get("opens_at"), cleaned.get("closes_at")
        if opens_at and closes_at and closes_at <= opens_at:
            self.add_error("closes_at", _("A hearing must close after it opens."))
        return cleaned

    @property
    def warnings(self) -> list[str]:
        """Return what deserves a second look in dates that are right as such."""
        if not self.is_bound or self.errors.keys() & {"opens_at", "closes_at"}:
            return []
        return warnings_about(self.cleaned_data["opens_at"], self.cleaned_data["closes_at"])

    @property
    def dates_key(self) -> str:
        """Return what names the dates at hand; empty while they are wrong."""
        dates = [self.cleaned_data.get(name) for name in ("opens_at", "closes_at")]
        return "|".join(date.isoformat() for date in dates) if all(dates) else ""

    @property
    def must_warn(self) -> bool:
        """Tell whether there is a warning about the dates that she has not seen yet."""
        return bool(self.warnings) and self.cleaned_data["warned"] != self.dates_key

    def values(self) -> dict:
        """Return the parameters of `create_hearing` that the form knows."""
        per_language = {f"{name}_{code}" for name, *_rest in WORDS for code in site_languages()}
        plain = {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in per_language | {"warned"}
        }
        words = {name: self.words(name) for name, *_rest in WORDS}
        return {**plain, "purposes": words.pop("purpose"), **words}

    def words(self, name: str) -> dict[str, str]:
        """Return {language: words} of one of `WORDS`."""
        return {code: self.cleaned_data[f"{name}_{code}"] for code in site_languages()}


def whole_minute(at: datetime.datetime) -> datetime.datetime:
    """Return the last second of the minute."""
    return at.replace(second=59, microsecond=0)
