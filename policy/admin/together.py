"""The part of the adopt screen that lets an edition wait for its languages."""

from django import forms
from django.utils.translation import gettext as _

from policy.together import Words, languages_for

PREFIX = "together"


class TogetherForm(forms.Form):
    """For each language: whether it is to be public with the Danish, and the seal's words in it."""

    def __init__(self, data=None, *, page, user):
        super().__init__(data, prefix=PREFIX)
        self.languages = languages_for(page, user)
        for language in self.languages:
            self._add(language)

    def _add(self, language) -> None:
        code, named = language.code, {"language": language.name.lower()}
        self.fields[code] = forms.BooleanField(label=language.name, required=False)
        self.fields[f"adopted_by_{code}"] = forms.CharField(
            label=_("Adopted by, in %(language)s") % named,
            max_length=120,
            required=False,
            initial=language.adopted_by,
            widget=forms.TextInput(attrs={"lang": code, "dir": "auto"}),
        )
        self.fields[f"note_{code}"] = forms.CharField(
            label=_("What is new, in %(language)s") % named,
            required=False,
            widget=forms.Textarea(attrs={"rows": 2, "lang": code, "dir": "auto"}),
        )

    @property
    def rows(self) -> list[tuple]:
        """Return (tick, fields of its words) for each language."""
        return [
            (
                self[language.code],
                (self[f"adopted_by_{language.code}"], self[f"note_{language.code}"]),
            )
            for language in self.languages
        ]

    def clean(self):
        """Ask for who adopted it in each language that is ticked, as in the Danish seal."""
        cleaned = super().clean()
        for language in self.languages:
            name = f"adopted_by_{language.code}"
            if cleaned.get(language.code) and not cleaned.get(name):
                self.add_error(name, _("Say in this language who adopted the edition."))
        return cleaned

    @property
    def words(self) -> dict[str, Words]:
        """Return {language code: words} of those that are ticked."""
        given = self.cleaned_data
        return {
            language.code: Words(
                note=given[f"note_{language.code}"], adopted_by=given[f"adopted_by_{language.code}"]
            )
            for language in self.languages
            if given[language.code]
        }
