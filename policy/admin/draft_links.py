"""Links to the draft: who has one, until when; make one, revoke one."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from policy.actions.draft_links import (
    MOST_DAYS,
    USUAL_DAYS,
    make_draft_link,
    revoke_draft_link,
)
from policy.errors import Refused
from policy.models import DraftLink, PolicyPage
from policy.permissions import user_can_share_draft

from .crumbs import screen

LINKS_A_PAGE = 20


class DraftLinkForm(forms.Form):
    label = forms.CharField(
        label=gettext_lazy("For whom"),
        max_length=120,
        help_text=gettext_lazy("For example “The disability council”. Only staff see it."),
    )
    days = forms.IntegerField(
        label=gettext_lazy("Days until it expires"),
        min_value=1,
        max_value=MOST_DAYS,
        initial=USUAL_DAYS,
    )


@never_cache
def draft_links_view(request, page_id: int):
    """List the links; POST makes one and shows its address, this once. 403 without the right."""
    page = _shared_page(request, page_id)
    form = DraftLinkForm(request.POST or None)
    address = ""
    if request.method == "POST" and form.is_valid():
        try:
            _link, secret = make_draft_link(page=page, user=request.user, **form.cleaned_data)
        except Refused as refused:
            form.add_error(None, str(refused))
        else:
            address, form = _address(page, secret), DraftLinkForm()
    links = Paginator(page.draft_links.select_related("created_by"), LINKS_A_PAGE)
    context = {
        "form": form,
        "address": address,
        "links": links.get_page(request.GET.get("p")),
        **screen(page, _("Links to the draft"), "link"),
    }
    return TemplateResponse(request, "policy/admin/draft_links.html", context)


@require_POST
def revoke_draft_link_view(request, page_id: int, link_id: int):
    """Revoke one link of this page and go back to the list."""
    page = _shared_page(request, page_id)
    link = get_object_or_404(DraftLink, page=page, pk=link_id)
    revoke_draft_link(link=link)
    messages.success(request, _("The link for %(label)s opens no more.") % {"label": link.label})
    return redirect(reverse("policy_draft_links", args=[page.pk]))


def _shared_page(request, page_id) -> PolicyPage:
    page = get_object_or_404(PolicyPage, pk=page_id)
    if not user_can_share_draft(request.user, page):
        raise PermissionDenied
    return page


def _address(page, secret) -> str:
    with translation.override(page.locale.language_code):
        return settings.BASE_URL + reverse("policy:draft", args=[secret])
