"""Screens about a policy: adopting, and answering about new and vanished passages before it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from policy.checklist.shapes import candidate_of_page
from policy.models import PolicyPage
from policy.permissions import user_can_adopt, user_can_answer_for_passages

from .adopting import AdoptScreen, changes_for, faults_of
from .crumbs import screen
from .identity import IdentityForm


def adopt_view(request, page_id: int):
    """Show the form, or adopt and go back to the editor. 403 without the right, on GET and POST."""
    page = get_object_or_404(PolicyPage, pk=page_id)
    if not user_can_adopt(request.user, page):
        raise PermissionDenied
    shown = AdoptScreen(request, page)
    done = shown.act() if request.method == "POST" else None
    return done or TemplateResponse(request, "policy/admin/adopt.html", shown.context())


def passages_view(request, page_id: int):
    """Show new and vanished passages, or keep what is said of them. 403 without the right."""
    page = get_object_or_404(PolicyPage, pk=page_id)
    if not user_can_answer_for_passages(request.user, page):
        raise PermissionDenied
    candidate = candidate_of_page(page)
    form = IdentityForm(request.POST or None, candidate=candidate)
    if request.method == "POST" and form.is_valid() and form.save(page, request.user):
        messages.success(request, _("The answers are saved."))
        return redirect(reverse("policy_passages", args=[page.pk]))
    context = {
        **screen(page, _("New and vanished passages"), "list-ul"),
        **changes_for(candidate, form),
        "identity": form,
        "problems": faults_of(form) if form.is_bound else [],
    }
    return TemplateResponse(request, "policy/admin/passages.html", context)
