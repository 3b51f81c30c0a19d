"""Freeze a translation: GET shows what is missing, POST seals it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from policy.errors import Refused
from policy.models import Edition, EditionText, PolicyPage
from translation.actions import freeze_translation
from translation.permissions import user_can_freeze_translation
from translation.staleness import readiness_of

from .forms import FreezeForm


def freeze_view(request, page_id: int, edition_id: int):
    """Show how far the translation is, or freeze it. 403 without the right, on GET and POST."""
    page = get_object_or_404(PolicyPage.objects.select_related("locale"), pk=page_id)
    if not user_can_freeze_translation(request.user, page):
        raise PermissionDenied
    edition = get_object_or_404(Edition.objects.of(page.translation_key), pk=edition_id)
    sealed = get_object_or_404(EditionText, edition=edition, is_authoritative=True)
    initial = {"revision_id": page.latest_revision_id}
    form = FreezeForm(request.POST or None, initial=initial, sealed=sealed)
    if request.method == "POST" and form.is_valid():
        try:
            freeze_translation(edition=edition, page=page, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused).splitlines())
        else:
            messages.success(request, _said(edition, page))
            return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    context = _context(page, edition, form)
    return TemplateResponse(request, "translation/admin/freeze.html", context)


def _said(edition, page) -> str:
    return _("The translation is frozen: %(edition)s can be read in %(language)s.") % {
        "edition": edition.name,
        "language": page.locale.get_display_name().lower(),
    }


def _context(page, edition, form) -> dict:
    draft = page.get_latest_revision_as_object()
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    title = _("Freeze the translation")
    return {
        "page": page,
        "edition": edition,
        "form": form,
        "readiness": readiness_of(edition=edition, page=page, draft=draft),
        "has_text": edition.texts.filter(locale=page.locale).exists(),
        "header_title": title,
        "header_icon": "globe",
        "breadcrumbs_items": [
            {"url": edit, "label": page.title},
            {"url": "", "label": title},
        ],
    }
