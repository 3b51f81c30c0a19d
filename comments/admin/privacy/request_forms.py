"""What staff fill in about a request."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from comments.admin.theme_forms import NumbersField
from comments.models import PersonRequestKind

LONGEST = 5_000


class NewRequestForm(forms.Form):
    """Who asks, for what, and since when."""

    kind = forms.ChoiceField(label=_("Asks"), choices=PersonRequestKind)
    received_on = forms.DateField(
        label=_("Received"), widget=AdminDateInput, initial=timezone.localdate
    )
    email = forms.EmailField(label=_("E-mail"), required=False, max_length=254)
    name = forms.CharField(
        label=_("Name"),
        required=False,
        max_length=120,
        help_text=_("A part of it is enough to look for."),
        widget=forms.TextInput(attrs={"type": "text"}),
    )
    words = forms.CharField(
        label=_("What is asked"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class FindForm(forms.Form):
    """What the person has at hand beside her address."""

    receipt = forms.CharField(
        label=_("Number of the comment, or address of the receipt"),
        required=False,
        max_length=300,
        widget=forms.TextInput(attrs={"type": "text"}),
    )


class ChooseForm(forms.Form):
    """The comments that are ticked."""

    c = NumbersField(required=False)


class ExtendForm(forms.Form):
    because = forms.CharField(
        label=_("Why it takes longer"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2})
    )


class AnswerForm(forms.Form):
    answer = forms.CharField(
        label=_("What the person was answered"),
        max_length=LONGEST,
        help_text=_(
            "You send the answer yourself. Here stays what it was, for those who ask later."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )
