"""What staff fill in about the dialogue."""

from django import forms

from comments.states import DecisionAction


class DecisionForm(forms.Form):
    """A decision: about which version of the comment, what, and why."""

    version = forms.IntegerField(min_value=1)
    action = forms.ChoiceField(
        choices=[
            (DecisionAction.PUBLISH.value, ""),
            (DecisionAction.HOLD.value, ""),
            (DecisionAction.REJECT.value, ""),
            (DecisionAction.NOTE.value, ""),
            ("shorten", ""),
        ]
    )
    reason = forms.SlugField(required=False, max_length=50)
    text = forms.CharField(required=False, strip=False)
