"""The forms of orders."""

from django import forms
from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput
from wagtail.models import Locale

from accounts.models import User
from policy.models import Edition, EditionText
from translation.admin.forms import FreezeForm
from translation.permissions import translators_of

LONGEST_NOTE = 2000


class OrderForm(forms.Form):
    """What is ordered, in which languages, until when, of whom."""

    edition = forms.ModelChoiceField(
        Edition.objects.none(),
        label=_("What is to be translated"),
        required=False,
        empty_label=_("The working text, as it is marked ready for translation"),
    )
    locales = forms.ModelMultipleChoiceField(
        Locale.objects.none(),
        label=_("Languages"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one language.")},
    )
    deadline = forms.DateField(label=_("Deadline"), required=False, widget=AdminDateInput)
    translator = forms.ModelChoiceField(
        User.objects.none(),
        label=_("Translator"),
        required=False,
        empty_label=_("Anybody who translates into the language"),
    )
    note = forms.CharField(
        label=_("Note to the translator"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args, page, locale_ids, **kwargs):
        """`locale_ids` are the languages that the person works in; None for all."""
        super().__init__(*args, **kwargs)
        locales = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)
        if locale_ids is not None:
            locales = locales.filter(pk__in=locale_ids)
        self.fields["locales"].queryset = locales.order_by("language_code")
        editions = Edition.objects.of(page.translation_key).newest_first()
        self.fields["edition"].queryset = editions
        people = {
            pk
            for locale in locales
            for pk in translators_of(locale.pk).values_list("pk", flat=True)
        }
        self.fields["translator"].queryset = User.objects.filter(pk__in=people).order_by(
            "first_name", "last_name", "username"
        )

    def clean_deadline(self):
        """Refuse a day that has gone."""
        deadline = self.cleaned_data["deadline"]
        if deadline and deadline < timezone.localdate():
            raise forms.ValidationError(_("Choose a day that has not gone."))
        return deadline

    def clean(self):
        """Refuse a translator who does not work in every chosen language."""
        cleaned = super().clean()
        person = cleaned.get("translator")
        for locale in cleaned.get("locales") or () if person else ():
            if not translators_of(locale.pk).filter(pk=person.pk).exists():
                said = _("%(person)s does not translate into %(language)s.")
                names = {"person": person, "language": locale.get_display_name().lower()}
                self.add_error("translator", said % names)
        return cleaned


class PublishForm(FreezeForm):
    """The seal's words in the order's language, where the Danish text has such words."""

    def __init__(self, *args, sealed, **kwargs):
        super().__init__(*args, sealed=sealed, **kwargs)
        del self.fields["revision_id"]


def publish_form(edition, data=None) -> PublishForm | None:
    """Return the form of what is said beside an edition's text, or None without an edition."""
    if edition is None:
        return None
    sealed = EditionText.objects.get(edition=edition, is_authoritative=True)
    return PublishForm(data, sealed=sealed)
