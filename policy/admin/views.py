"""Adopt a policy: GET shows what will be sealed, POST seals it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from policy.actions import adopt
from policy.errors import Refused
from policy.models import Edition, PolicyPage
from policy.permissions import user_can_adopt

from .forms import AdoptForm
from .readiness import changes_since


def adopt_view(request, page_id: int):
    """Show the form, or adopt and go back to the editor. 403 without the right, on GET and POST."""
    page = get_object_or_404(PolicyPage, pk=page_id)
    if not user_can_adopt(request.user, page):
        raise PermissionDenied
    form = AdoptForm(request.POST or None, initial={"revision_id": page.latest_revision_id})
    if request.method == "POST" and form.is_valid():
        try:
            edition = adopt(page=page, user=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _said(edition))
            return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return TemplateResponse(request, "policy/admin/adopt.html", _context(page, form))


def _said(edition) -> str:
    return _("%(edition)s is adopted and public. It is in force from %(date)s.") % {
        "edition": str(edition.name).capitalize(),
        "date": edition.in_force_from.strftime("%d.%m.%Y"),
    }


def _context(page, form) -> dict:
    policy_id = page.translation_key
    draft = page.get_latest_revision_as_object()
    newest = Edition.objects.of(policy_id).order_by("-frozen_at", "-pk").first()
    return {
        "page": page,
        "draft": draft,
        "form": form,
        "newest": newest,
        "changes": changes_since(newest, draft),
        "header_title": _("Adopt"),
        "header_icon": "check",
        "breadcrumbs_items": [
            {
                "url": reverse("wagtailadmin_explore", args=[page.get_parent().pk]),
                "label": page.get_parent().title,
            },
            {"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": page.title},
            {"url": "", "label": _("Adopt")},
        ],
    }
