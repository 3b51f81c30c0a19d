"""The file to bring in, and which of its columns is what."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateInput

from comments.importing import limits
from comments.importing.columns import FIELDS
from comments.importing.table import too_big

from .forms import source_choices

NEEDED = ("text",)


class FileForm(forms.Form):
    """A spreadsheet, and what holds for the rows that say nothing of it."""

    file = forms.FileField(
        label=gettext_lazy("Spreadsheet"),
        help_text=gettext_lazy(
            "XLSX or CSV, at most 5 MB and 5,000 rows, headings in the first row."
        ),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
        allow_empty_file=True,
    )
    source = forms.ChoiceField(
        label=gettext_lazy("How they came"),
        choices=source_choices,
        help_text=gettext_lazy("For rows that don’t say it."),
    )
    received_on = forms.DateField(
        label=gettext_lazy("The day they came"),
        widget=AdminDateInput,
        required=False,
        help_text=gettext_lazy("For rows that don’t say it. Empty: every row must say it."),
    )

    def clean_file(self):
        """Refuse a large file before it is read into memory."""
        file = self.cleaned_data["file"]
        if file.size > limits.BYTES:
            raise forms.ValidationError(too_big())
        return file

    def defaults(self) -> dict[str, str]:
        day = self.cleaned_data["received_on"]
        return {
            "source": self.cleaned_data["source"],
            "received_on": day.isoformat() if day else "",
        }


class ColumnsForm(forms.Form):
    """For each thing that can be said of a letter the column that says it."""

    without_faulty = forms.BooleanField(
        label=gettext_lazy("Leave out the rows with errors"), required=False
    )

    def __init__(self, *args, headings: list[str], columns: dict[str, int], **kwargs):
        super().__init__(*args, **kwargs)
        names = [
            (str(place), heading or _("Column %(number)s") % {"number": place + 1})
            for place, heading in enumerate(headings)
        ]
        for field, (label, _known) in FIELDS.items():
            self.fields[f"column_{field}"] = forms.ChoiceField(
                label=label,
                choices=[("", _("not in the file")), *names],
                required=field in NEEDED,
                initial=str(columns.get(field, "")),
            )

    def columns(self) -> dict[str, int]:
        """Return {field: place} as it was chosen."""
        chosen = {field: self.cleaned_data[f"column_{field}"] for field in FIELDS}
        return {field: int(place) for field, place in chosen.items() if place}

    def column_fields(self) -> list:
        return [self[f"column_{field}"] for field in FIELDS]
