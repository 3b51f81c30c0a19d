"""What staff fill in to answer comments: one text for all, and an outcome for each."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from comments.actions import OutcomeDraft
from comments.states import Result
from comments.threads import author_of
from policy.locales import named_languages, site_languages
from policy.models import Edition, Passage, Wording


def passage_choices(hearing) -> list[tuple[int, str]]:
    """Return (passage id, name) of the passages in the policy's newest edition and the hearing's."""
    policy = hearing.edition.policy_id
    newest = Edition.objects.of(policy).newest_first().values("pk")[:1]
    wordings = (
        Wording.objects.filter(
            edition_text__is_authoritative=True,
            edition_text__edition__in=[hearing.edition_id, *newest.values_list("pk", flat=True)],
        )
        .defer("text", "plain_language")
        .order_by("edition_text", "order")
    )
    return list({wording.passage_id: str(wording.label) for wording in wordings}.items())


class ResponseForm(forms.Form):
    """The answer itself. `version` is the draft that the editor had before her; 0 for a new one."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)
    signed_by = forms.CharField(
        label=_("Signed by"), max_length=120, help_text=_("An office, not a person.")
    )
    decided_on = forms.DateField(
        label=_("Decided on"),
        widget=AdminDateInput,
        required=False,
        help_text=_("When the politicians decided, if they have."),
    )
    edition = forms.ModelChoiceField(
        label=_("Edition with the change"), queryset=Edition.objects.none(), required=False
    )
    passed_on_to = forms.CharField(
        label=_("Passed on to"),
        max_length=160,
        required=False,
        help_text=_("Of the comments with that outcome. Readers see it."),
        widget=forms.TextInput(attrs={"type": "text"}),
    )
    follow_up_on = forms.DateField(
        label=_("Ask again on"),
        widget=AdminDateInput,
        required=False,
        help_text=_("When you promise something for later. Only staff see it."),
    )
    # No outcome is chosen beforehand: somebody must choose.
    result = forms.ChoiceField(
        label=_("Outcome for all"),
        choices=Result.choices,
        required=False,
        help_text=_("A comment with an outcome of its own keeps it."),
        widget=forms.RadioSelect,
    )
    passages = forms.MultipleChoiceField(
        label=_("Passages that changed, for all"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("Of the comments with the outcome for all."),
    )
    reason = forms.CharField(
        label=_("Reason for all (Danish)"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args, hearing, passages, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["passages"].choices = passages
        self.fields["edition"].queryset = Edition.objects.of(
            hearing.edition.policy_id
        ).newest_first()
        for code, name in named_languages():
            self.fields[f"text_{code}"] = forms.CharField(
                label=_("Answer (%(language)s)") % {"language": name},
                required=code == settings.LANGUAGE_CODE,
                max_length=10_000,
                widget=forms.Textarea(attrs={"rows": 8}),
            )

    def shared_outcome(self) -> dict:
        """Return what is said of all comments: `result`, its `reason` in Danish, `passages`."""
        self.is_valid()  # What is wrong elsewhere in the form says nothing about the outcome.
        valid = getattr(self, "cleaned_data", {})
        return {name: valid.get(name, "") for name in ("result", "reason", "passages")}

    @property
    def others(self):
        """The answer in the other languages, as fields."""
        return [self[f"text_{code}"] for code in site_languages() if code != settings.LANGUAGE_CODE]

    @property
    def has_others(self) -> bool:
        """Tell whether another language says something already, so that it is shown open."""
        return any(field.value() or field.errors for field in self.others)

    @property
    def facts(self):
        """What stands beside the words, as fields."""
        names = ["signed_by", "passages", "edition", "decided_on", "follow_up_on"]
        return [self[name] for name in names]

    @property
    def text(self):
        """The answer in the language that it is written in, as a field."""
        return self[f"text_{settings.LANGUAGE_CODE}"]

    @property
    def texts(self) -> dict[str, str]:
        return {code: self.cleaned_data[f"text_{code}"] for code in site_languages()}


class OutcomeForm(forms.Form):
    """What one comment led to; without an outcome of its own, what `shared` says of all of them."""

    result = forms.ChoiceField(
        label=_("Outcome"), choices=[("", _("As all")), *Result.choices], required=False
    )
    passages = forms.MultipleChoiceField(
        label=_("Passages that changed"),
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
    )

    def __init__(self, *args, comment, passages, shared=None, **kwargs):
        super().__init__(*args, prefix=f"c{comment.pk}", **kwargs)
        self.comment, self.shared = comment, shared or {}
        self.fields["passages"].choices = passages
        for code, name in named_languages():
            self.fields[f"reason_{code}"] = forms.CharField(
                label=_("Reason (%(language)s)") % {"language": name},
                required=False,
                max_length=2_000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def clean(self):
        """Ask for the reason where the citizen gets nothing else."""
        cleaned = super().clean()
        reason = f"reason_{settings.LANGUAGE_CODE}"
        if "result" in cleaned and not cleaned["result"]:
            cleaned["result"] = self.shared.get("result", "")
            cleaned[reason] = cleaned.get(reason) or self.shared.get("reason", "")
            cleaned["passages"] = cleaned.get("passages") or self.shared.get("passages") or []
        if "result" in cleaned and not cleaned["result"]:
            self.add_error("result", _("Choose an outcome here, or one for all."))
        if cleaned.get("result") == Result.NOT_CHANGED and not cleaned.get(reason):
            self.add_error(reason, _("Write why nothing was changed."))
        return cleaned

    @property
    def author(self) -> str:
        return author_of(self.comment)

    @property
    def why(self):
        """The reason in the language that it is written in, as a field."""
        return self[f"reason_{settings.LANGUAGE_CODE}"]

    @property
    def more(self):
        """The passages, and the reason in the other languages, as fields."""
        others = [code for code in site_languages() if code != settings.LANGUAGE_CODE]
        return [self["passages"], *(self[f"reason_{code}"] for code in others)]

    @property
    def has_more(self) -> bool:
        """Tell whether any of `more` holds something, so that it is shown open."""
        return any(field.value() or field.errors for field in self.more)

    @property
    def is_explained(self) -> bool:
        """Tell whether its own reason is to be seen, whatever the outcome."""
        return bool(self.why.value() or self.why.errors)

    def draft(self, shared: dict, passages: dict[str, Passage]) -> OutcomeDraft:
        """Return what the actions take, with what the answer's form says of all of them.

        `passages` is {id as text: passage} of the policy.
        """
        values = self.cleaned_data
        is_passed_on = values["result"] == Result.PASSED_ON
        return OutcomeDraft(
            comment=self.comment,
            result=values["result"],
            reasons={code: values[f"reason_{code}"] for code in site_languages()},
            edition=shared["edition"],
            passages=[passages[pk] for pk in values["passages"]],
            decided_on=shared["decided_on"],
            passed_on_to=shared["passed_on_to"] if is_passed_on else "",
            follow_up_on=shared["follow_up_on"],
        )
