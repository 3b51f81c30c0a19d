"""What staff fill in about the dialogue."""

from django import forms

from comments.states import DecisionAction

SHORTEN = "shorten"
SHORTEN_AND_PUBLISH = "shorten_and_publish"
PUBLISH_WITHOUT = "publish_without"
OWN = (SHORTEN, SHORTEN_AND_PUBLISH, PUBLISH_WITHOUT)
STAFF = (
    DecisionAction.PUBLISH,
    DecisionAction.HOLD,
    DecisionAction.REJECT,
    DecisionAction.NOTE,
)


class DecisionForm(forms.Form):
    """A decision: about which version of the comment, what, and why.

    `is_sure`: it is published although a CPR number was found in it.
    """

    version = forms.IntegerField(min_value=1)
    action = forms.ChoiceField(choices=[(value, "") for value in (*STAFF, *OWN)])
    reason = forms.SlugField(required=False, max_length=50)
    text = forms.CharField(required=False, strip=False)
    is_sure = forms.BooleanField(required=False)
