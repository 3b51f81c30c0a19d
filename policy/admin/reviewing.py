"""Read a text that is under legal review, and approve it or ask for changes."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from policy.models import PolicyPage
from policy.permissions import user_can_review
from policy.reviews import running_review

from .crumbs import screen


class ReviewForm(forms.Form):
    """The answer. Whoever asks for changes says which."""

    comment = forms.CharField(
        label=gettext_lazy("Remark"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Needed when you ask for changes. Only staff see it."),
    )
    action = forms.ChoiceField(choices=[("approve", ""), ("reject", "")])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("action") == "reject" and not cleaned.get("comment", "").strip():
            self.add_error("comment", _("Write what must be changed."))
        return cleaned


def review_view(request, page_id: int):
    """Show what is reviewed, or answer. 403 for who is not asked, and when nothing is reviewed."""
    page = get_object_or_404(PolicyPage, pk=page_id)
    state = running_review(page)
    if not user_can_review(request.user, page, state):
        raise PermissionDenied
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        action = form.cleaned_data["action"]
        said = form.cleaned_data["comment"]
        state.task.specific.on_action(state, request.user, action, comment=said)
        messages.success(request, _said(action))
        return redirect(reverse("wagtailadmin_home"))
    preview = reverse("wagtailadmin_pages:workflow_preview", args=[page.pk, state.task_id])
    context = {"form": form, "state": state, "preview_url": preview}
    title = screen(page, _("Legal review"), "check")
    return TemplateResponse(request, "policy/admin/review.html", context | title)


def _said(action: str) -> str:
    if action == "approve":
        return _("The text is approved. It can be adopted now; nothing is public yet.")
    return _("The editor is told what must be changed. The text is open again.")
