"""What staff fill in for a hearing report."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from comments.report.parts import PASSAGE, THEME, WHOLE, Part
from policy.locales import named_languages, site_languages

LONGEST = 20_000  # characters


class RemarkForm(forms.Form):
    """The administration's words about one part. `version` is what the editor had before her."""

    kind = forms.ChoiceField(
        choices=[(kind, "") for kind in (WHOLE, THEME, PASSAGE)], widget=forms.HiddenInput
    )
    row = forms.IntegerField(required=False, widget=forms.HiddenInput, min_value=0)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, data=None, *, part: Part):
        initial = {"kind": part.kind, "row": part.row, "version": part.version}
        for code, words in part.remarks.items():
            initial |= {f"{name}_{code}": text for name, text in words.items()}
        super().__init__(data, initial=initial, auto_id=f"{part.kind}{part.row or ''}_%s")
        self.part = part
        for code, language in named_languages():
            for name, label in (
                ("remark", _("The administration’s remark (%(language)s)")),
                ("recommendation", _("Recommendation (%(language)s)")),
            ):
                self.fields[f"{name}_{code}"] = forms.CharField(
                    label=label % {"language": language},
                    required=False,
                    max_length=LONGEST,
                    widget=forms.Textarea(attrs={"rows": 3}),
                )

    @property
    def danish(self) -> list:
        """Return the fields in Danish: the ones that must be there for anybody to read."""
        return [f for f in self.visible_fields() if f.name.endswith(f"_{settings.LANGUAGE_CODE}")]

    @property
    def others(self) -> list:
        """Return the fields in other languages."""
        danish = {field.name for field in self.danish}
        return [field for field in self.visible_fields() if field.name not in danish]

    def words(self, name: str) -> dict[str, str]:
        """Return {language: text} of "remark" or "recommendation"."""
        return {code: self.cleaned_data[f"{name}_{code}"] for code in site_languages()}


class FreezeForm(forms.Form):
    """To whom the report goes."""

    committee = forms.CharField(
        label=_("To"),
        max_length=160,
        help_text=_("The committee or the council that has the report before it."),
        widget=forms.TextInput(attrs={"type": "text"}),
    )
    meeting_on = forms.DateField(label=_("Meeting on"), widget=AdminDateInput, required=False)


class DecisionOfCouncilForm(forms.Form):
    """What was decided about a report."""

    decided_by = forms.CharField(
        label=_("Decided by"), max_length=160, widget=forms.TextInput(attrs={"type": "text"})
    )
    decided_on = forms.DateField(label=_("Decided on"), widget=AdminDateInput)
    text = forms.CharField(
        label=_("The decision"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3})
    )
