"""Leads from a translation to where it is worked on: the editor of its page or snippet."""

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from wagtail.models import Page
from wagtail_localize.models import Translation

from translation.permissions import user_can_follow_translations


def work_view(request, translation_id: int):
    """Lead to the editor; 403 for a page that the user may not change, here already."""
    if not user_can_follow_translations(request.user):
        raise PermissionDenied
    found = get_object_or_404(Translation.objects.select_related("source"), pk=translation_id)
    try:
        target = found.get_target_instance()
    except ObjectDoesNotExist as error:
        raise Http404 from error
    if isinstance(target, Page) and not target.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return redirect(found.get_target_instance_edit_url())
