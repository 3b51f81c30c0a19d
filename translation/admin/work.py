"""Leads from a translation to where it is worked on: its order at the desk, else the page's editor.

The desk has what wagtail-localize's own editor can't show: see `docs/decisions/0011`.
"""

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from wagtail.models import Page
from wagtail_localize.models import Translation

from translation.desk.lists import order_address
from translation.models import TranslationOrder
from translation.permissions import user_can_follow_translations, user_can_translate


def work_view(request, translation_id: int):
    """Lead to the desk or the editor; 403 for a page that the user may not change, here already."""
    if not user_can_follow_translations(request.user):
        raise PermissionDenied
    found = get_object_or_404(Translation.objects.select_related("source"), pk=translation_id)
    order = order_for(found.source.object_id, found.target_locale_id, request.user)
    if order:
        return redirect(order_address(order))
    try:
        target = found.get_target_instance()
    except ObjectDoesNotExist as error:
        raise Http404 from error
    if isinstance(target, Page) and not target.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return redirect(found.get_target_instance_edit_url())


def order_for(policy_id, locale_id: int, user) -> TranslationOrder | None:
    """Return the open order of a policy's text in a language, for those who translate it."""
    orders = TranslationOrder.objects.open().of_the_page(policy_id).filter(locale=locale_id)
    order = orders.by_deadline().first()
    return order if order and user_can_translate(user, order) else None
