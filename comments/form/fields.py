"""The fields of the form, and what they refuse. What citizens type is cleaned before it is measured."""

from django import forms
from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from comments.clean import clean_line, clean_text, count_characters, is_blank
from comments.languages import written_languages
from comments.states import Audience, AuthorKind, Stance

from .files import FormFiles

MAX_TEXT = 5_000  # characters as people count them
MAX_BYTES = 4 * MAX_TEXT  # some characters are made of dozens of bytes
MAX_RAW = 200_000
TRAP = "website"


class Words(forms.CharField):
    """Text of several lines, cleaned; at most `MAX_TEXT` characters."""

    widget = forms.Textarea

    def __init__(self, **kwargs):
        super().__init__(strip=False, max_length=MAX_RAW, **kwargs)

    def to_python(self, value):
        return clean_text(super().to_python(value) or "")

    def validate(self, value):
        """Refuse what shows nothing, and what is too long, with the count."""
        if is_blank(value):
            value = ""
        super().validate(value)
        count = count_characters(value)
        if count > MAX_TEXT:
            raise forms.ValidationError(
                ngettext_lazy(
                    "Your text has %(count)d character. It can have 5,000.",
                    "Your text has %(count)d characters. It can have 5,000.",
                    "count",
                )
                % {"count": count}
            )
        if len(value.encode()) > MAX_BYTES:
            raise forms.ValidationError(_("Your text is too long. Write less, or send it twice."))


class Line(forms.CharField):
    """Text of one line, cleaned, with a limit for what is left."""

    def __init__(self, *, longest: int, **kwargs):
        self.longest = longest
        super().__init__(required=False, max_length=MAX_RAW, **kwargs)

    def to_python(self, value):
        return clean_line(super().to_python(value) or "")

    def validate(self, value):
        if len(value) > self.longest:
            raise forms.ValidationError(
                _("Write at most %(count)s characters.") % {"count": self.longest}
            )


class Shown(models.TextChoices):
    """What others see of who wrote; with the last one they see nothing of the comment at all."""

    HIDDEN = "hidden", _("Do not show my name")
    NAME = "name", _("Show my name with the comment")
    MUNICIPALITY = "municipality", _("To the municipality only: nobody else reads the comment")


class CommentForm(forms.Form):
    """A comment. Field ids are "f-" and the field's name, so that the error summary can link."""

    use_required_attribute = False

    text = Words(error_messages={"required": _("Write your comment.")})
    proposal = Words(required=False)
    language = forms.ChoiceField(
        choices=written_languages,
        required=False,
        initial=translation.get_language,
        error_messages={"invalid_choice": _("Choose one of the languages.")},
    )
    stance = forms.ChoiceField(
        choices=[("", _("No answer")), *Stance.choices],
        required=False,
        error_messages={"invalid_choice": _("Choose one of the answers.")},
    )
    author_kind = forms.ChoiceField(
        choices=AuthorKind.choices,
        error_messages={
            "required": _("Choose whom you write for."),
            "invalid_choice": _("Choose whom you write for."),
        },
    )
    name = Line(longest=120)
    shown = forms.ChoiceField(
        choices=Shown.choices,
        required=False,
        error_messages={"invalid_choice": _("Choose one of the answers.")},
    )
    district = Line(longest=80)
    email = forms.EmailField(
        required=False,
        max_length=254,
        error_messages={
            "invalid": _("Write an e-mail address with @, for example name@example.com."),
            "max_length": _("The e-mail address is too long."),
        },
    )

    def __init__(self, data=None, **kwargs):
        super().__init__(data, auto_id="f-%s", **kwargs)
        self.attached = FormFiles()

    def clean(self):
        """An association is named in public; a citizen need not be."""
        fields = super().clean()
        is_association = fields.get("author_kind") == AuthorKind.ASSOCIATION
        if is_association and is_blank(fields.get("name", "")) and "name" not in self.errors:
            self.add_error("name", _("Write the association’s name."))
        return fields

    def values(self) -> dict:
        """Return what `submit` wants to know of a valid form."""
        fields = dict(self.cleaned_data)
        shown = fields.pop("shown")
        is_private = shown == Shown.MUNICIPALITY
        audience = Audience.MUNICIPALITY if is_private else Audience.EVERYBODY
        language = fields["language"] or translation.get_language()
        return {
            **fields,
            "language": language,
            "name_is_public": shown == Shown.NAME,
            "audience": audience,
        }

    @property
    def is_trapped(self) -> bool:
        """Tell whether the field that people don't see was filled in."""
        return bool(self.data.get(TRAP, "").strip())
