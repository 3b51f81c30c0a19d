"""What adopting the working text would change for citizens, word by word."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.widgets.button import Button

from policy.comparing import compare_with_draft
from policy.models import Edition, PolicyPage
from policy.permissions import user_can_answer_for_passages

from .crumbs import screen


@require_safe
def changes_view(request, page_id: int):
    """Compare the newest draft with an edition: the last one, or `?edition=` by its key.

    403 for whoever can't edit the page, 404 for an edition that isn't there.
    """
    page = get_object_or_404(PolicyPage, pk=page_id)
    if not user_can_answer_for_passages(request.user, page):
        raise PermissionDenied
    editions = list(Edition.objects.of(page.translation_key).order_by("-frozen_at", "-pk"))
    chosen = _chosen(editions, request.GET.get("edition", ""))
    text = chosen and chosen.texts.filter(is_authoritative=True).select_related("edition").get()
    context = {
        **screen(page, _("What changes for citizens"), "view"),
        "editions": editions,
        "chosen": chosen,
        "comparison": compare_with_draft(text, page.get_latest_revision_as_object()),
    }
    return TemplateResponse(request, "policy/admin/comparison.html", context)


def _chosen(editions: list[Edition], key: str) -> Edition | None:
    if not key:
        return editions[0] if editions else None
    chosen = next((edition for edition in editions if edition.key == key), None)
    if chosen is None:
        raise Http404
    return chosen


def addresses() -> list:
    return [path("policy/<int:page_id>/changes/", changes_view, name="policy_changes")]


def buttons(page, user):
    """Offer the comparison in the editor's header to those who may edit."""
    if page.latest_revision_id and user_can_answer_for_passages(user, page):
        address = reverse("policy_changes", args=[page.pk])
        label = gettext_lazy("What changes for citizens")
        yield Button(label, address, icon_name="view", priority=3)
