"""What staff fill in to gather comments under themes."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from policy.locales import named_languages, site_languages

from .answer_forms import passage_choices

IN, WITHOUT = "in", "without"


class TitleForm(forms.Form):
    """A theme's title in every language; only the Danish one must be there."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, name in named_languages():
            self.fields[f"title_{code}"] = forms.CharField(
                label=_("Title (%(language)s)") % {"language": name},
                required=code == settings.LANGUAGE_CODE,
                max_length=120,
                widget=forms.TextInput(attrs={"type": "text"}),
            )

    @property
    def titles(self) -> dict[str, str]:
        return {code: self.cleaned_data[f"title_{code}"] for code in site_languages()}


class NumbersField(forms.Field):
    """Ids, each in a field of its own with the same name."""

    widget = forms.MultipleHiddenInput

    def clean(self, value) -> list[int]:
        if any(not (pk.isascii() and pk.isdecimal() and len(pk) < 19) for pk in value or []):
            raise forms.ValidationError(_("Choose among the comments on the page."))
        return [int(pk) for pk in value or []]


class GatherForm(forms.Form):
    """The comments that stand on the page, and those of them that are ticked."""

    shown = NumbersField(required=False)
    c = NumbersField(required=False)


class ShownForm(forms.Form):
    """Which of the hearing's comments are shown to choose among."""

    which = forms.ChoiceField(
        label=_("Show"),
        required=False,
        choices=[
            ("", _("All")),
            (IN, _("In this theme")),
            (WITHOUT, _("In no theme")),
        ],
    )
    passage = forms.ChoiceField(label=_("Passage"), required=False)

    def __init__(self, data, *, hearing):
        super().__init__(data)
        passages = [(str(pk), label) for pk, label in passage_choices(hearing)]
        self.fields["passage"].choices = [("", _("All passages")), *passages]

    def narrow(self, comments, theme):
        """Return the comments that were asked for; what is not understood narrows nothing."""
        self.is_valid()
        which = self.cleaned_data.get("which")
        if which == IN:
            comments = comments.filter(is_inside=True)
        elif which == WITHOUT:
            comments = comments.filter(themes=None)
        if passage := self.cleaned_data.get("passage"):
            comments = comments.filter(passage=passage)
        return comments
