"""The form of a plan: four fields for each row, and what is kept of the text that is there."""

from django import forms
from django.utils.translation import gettext_lazy as _

from policy.importing.corrections import corrected, faults_of
from policy.importing.reading import limits
from policy.importing.sections import INTRODUCTION
from policy.importing.sentences import refusal
from policy.kinds import PassageKind

ACTIONS = [
    ("take", _("Bring in")),
    ("join", _("Join with the one before")),
    ("leave", _("Leave out")),
]
# A row offers this many of the page's passages: those nearest to its place in the text.
MOST_CHOICES = 70


class DocumentForm(forms.Form):
    """The document to read."""

    document = forms.FileField(
        label=_("Document"),
        help_text=_("A Word document (.docx) or a web page (.html), at most 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".docx,.docm,.dotx,.html,.htm"}),
        allow_empty_file=True,
    )

    def clean_document(self):
        """Refuse a large file before it is read into memory."""
        document = self.cleaned_data["document"]
        if document.size > limits.BYTES:
            raise forms.ValidationError(refusal("too_big"))
        return document


class PlanForm(forms.Form):
    """Corrections of a plan. `choices` are (block id, label) of the page's draft in reading order."""

    revision_id = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, plan, choices, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.plan, self.choices = plan, choices
        for place, row in enumerate(plan["rows"]):
            self._add_row(row, place)
        self.fields["kept"] = forms.MultipleChoiceField(
            label=_("Keep"),
            choices=choices,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            initial=self._kept(),
        )

    def clean(self):
        """Check the rows together, and say each fault beside its field."""
        cleaned = super().clean()
        if not self.errors:
            for (number, field), sentence in faults_of(self.corrected_plan()["rows"]).items():
                self.add_error(f"{field}_{number}", sentence)
        return cleaned

    def corrected_plan(self) -> dict:
        """Return the plan as it was typed; call when the single fields are valid."""
        names = ("kind", "heading", "action", "continues")
        changes = {
            row["n"]: {name: self.cleaned_data[f"{name}_{row['n']}"] for name in names}
            for row in self.plan["rows"]
        }
        return corrected(self.plan, changes, self.cleaned_data["kept"])

    def _kept(self) -> list[str]:
        """Keep what was said, and what was written after the document was read."""
        known = set(self.plan["blocks"])
        return self.plan["kept"] + [block for block, _label in self.choices if block not in known]

    def _add_row(self, row: dict, place: int) -> None:
        number = row["n"]
        self.fields[f"kind_{number}"] = forms.ChoiceField(
            label=_("Becomes"), choices=_kinds(row), initial=row["kind"]
        )
        self.fields[f"heading_{number}"] = forms.CharField(
            label=_("Caption") if row["image"] else _("Heading"),
            initial=row["heading"],
            max_length=255,
            required=False,
        )
        self.fields[f"action_{number}"] = forms.ChoiceField(
            label=_("Do this"), choices=ACTIONS, initial=row["action"]
        )
        offered = self._offered(row, place)
        self.fields[f"continues_{number}"] = forms.ChoiceField(
            label=_("Continues"),
            choices=[("", _("a new passage")), *offered],
            required=False,
            initial=row["continues"] if row["continues"] in dict(offered) else "",
        )

    def _offered(self, row: dict, place: int) -> list[tuple[str, str]]:
        if len(self.choices) <= MOST_CHOICES:
            return self.choices
        place = place * len(self.choices) // max(len(self.plan["rows"]), 1)
        start = max(0, min(place - MOST_CHOICES // 2, len(self.choices) - MOST_CHOICES))
        near = self.choices[start : start + MOST_CHOICES]
        own = [choice for choice in self.choices if choice[0] == row["continues"]]
        return near if not own or own[0] in near else own + near


def _kinds(row: dict) -> list[tuple[str, str]]:
    if row["image"]:
        return [(PassageKind.FIGURE, PassageKind.FIGURE.label)]
    kinds = [choice for choice in PassageKind.choices if choice[0] != PassageKind.FIGURE]
    return [*kinds, (INTRODUCTION, _("The page’s introduction"))]
