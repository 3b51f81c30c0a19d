"""Withdraw an edition: GET shows what each choice would lead to, POST withdraws."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from policy.actions import withdraw
from policy.errors import Refused
from policy.models import Edition, PolicyPage
from policy.permissions import user_can_adopt

from .crumbs import screen


class WithdrawForm(forms.Form):
    """Which edition, and why. Each choice says what holds afterwards."""

    edition = forms.ModelChoiceField(
        Edition.objects.none(),
        label=gettext_lazy("Edition"),
        widget=forms.RadioSelect,
        empty_label=None,
    )
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text=gettext_lazy(
            "In Danish. It stands on top of the edition for everybody, with today’s date. "
            "It can’t be changed or taken away afterwards."
        ),
    )

    def __init__(self, policy_id, *args, **kwargs):
        super().__init__(*args, **kwargs)
        editions = Edition.objects.of(policy_id).public().not_withdrawn().newest_first()
        follows = Consequences(policy_id)
        self.fields["edition"].queryset = editions
        self.fields["edition"].label_from_instance = follows.label


class Consequences:
    """What holds when an edition is withdrawn. Two queries, whatever there is."""

    def __init__(self, policy_id):
        self._in_force = list(Edition.objects.of(policy_id).newest_in_force_first()[:2])

    def label(self, edition) -> str:
        return f"{str(edition.name).capitalize()}: {self.of(edition)}"

    def of(self, edition) -> str:
        """Say in a sentence what citizens would find."""
        if not edition.is_adopted:
            return _("the draft stays readable with the reason above it.")
        current, *before = self._in_force or [None]
        if current is None or current == edition and not before:
            return _("no edition is in force any more.")
        if current == edition:
            return _("%(edition)s is in force again.") % {"edition": before[0].name}
        return _("%(edition)s stays in force.") % {"edition": current.name}


def withdraw_view(request, page_id: int):
    """Show the form, or withdraw and go back to it. 403 without the right, on GET and POST."""
    page = get_object_or_404(PolicyPage, pk=page_id)
    if not user_can_adopt(request.user, page):
        raise PermissionDenied
    form = WithdrawForm(page.translation_key, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            note = withdraw(user=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            said = _("%(edition)s is withdrawn.") % {"edition": str(note.edition).capitalize()}
            messages.success(request, said)
            return redirect(reverse("policy_withdraw", args=[page.pk]))
    context = {"form": form, **screen(page, _("Withdraw an edition"), "cross")}
    return TemplateResponse(request, "policy/admin/withdraw.html", context)
