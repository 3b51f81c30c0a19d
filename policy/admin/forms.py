"""What an editor says when an edition is adopted."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput


class AdoptForm(forms.Form):
    """The seal of an edition. `revision_id` names the text that the editor had before her."""

    revision_id = forms.IntegerField(widget=forms.HiddenInput)
    case_number = forms.CharField(
        label=_("Case number"),
        max_length=40,
        help_text=_("From the municipality’s case system. Printed with the edition."),
    )
    adopted_by = forms.CharField(
        label=_("Adopted by"), max_length=120, help_text=_("For example “The town council”.")
    )
    adopted_on = forms.DateField(
        label=_("Adopted on"), widget=AdminDateInput, initial=timezone.localdate
    )
    in_force_from = forms.DateField(
        label=_("In force from"),
        widget=AdminDateInput,
        help_text=_("The edition replaces the current one when this day begins."),
    )
    note = forms.CharField(
        label=_("What is new, in one or two sentences"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Shown in the list of editions."),
    )

    def clean(self):
        """Refuse a day in force before the adoption here too, beside the field that is wrong."""
        cleaned = super().clean()
        adopted_on, in_force_from = cleaned.get("adopted_on"), cleaned.get("in_force_from")
        if adopted_on and in_force_from and in_force_from < adopted_on:
            self.add_error(
                "in_force_from",
                _("An edition can’t be in force before the day it was adopted."),
            )
        return cleaned
