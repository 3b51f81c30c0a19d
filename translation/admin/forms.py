"""What is said beside a frozen translation."""

from django import forms
from django.utils.translation import gettext_lazy as _


class FreezeForm(forms.Form):
    """The seal's words in the page's language. `revision_id` names the text that was looked at."""

    revision_id = forms.IntegerField(widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("What is new, in one or two sentences"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    adopted_by = forms.CharField(label=_("Adopted by"), max_length=120, required=False)

    def __init__(self, *args, sealed, **kwargs):
        """`sealed` is the authoritative text: its words are shown to translate from."""
        super().__init__(*args, **kwargs)
        for name in ("note", "adopted_by"):
            danish = getattr(sealed, name)
            if danish:
                self.fields[name].help_text = _("In Danish: %(words)s") % {"words": danish}
            else:
                del self.fields[name]
