"""Saved views: filters of the queue under a name, one's own or everybody's."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from comments import actions
from comments.actions.desk import views_for
from comments.errors import Refused
from comments.models import SavedView
from comments.permissions import user_can_moderate_somewhere, user_can_read_comments

from .walk import kept, with_filters

QUEUE = "wagtailsnippets_comments_comment:list"


class ViewForm(forms.Form):
    """A name for the filters that are on."""

    name = forms.CharField(required=False)
    filters = forms.CharField(required=False)
    is_shared = forms.BooleanField(required=False)


def views_of(request) -> list[dict]:
    """Return the views of whoever asks, each with its address and whether it is the one on."""
    queue, now = reverse(QUEUE), kept(request.GET)
    moderates = user_can_moderate_somewhere(request.user)
    return [
        {
            "view": view,
            "url": with_filters(queue, view.query),
            "is_on": view.query == now,
            "may_delete": moderates or view.owner_id == request.user.pk,
        }
        for view in views_for(request.user)
    ]


@require_POST
def save_view_view(request):
    """Save the filters under a name; back to the queue that they show."""
    if not user_can_read_comments(request.user):
        raise PermissionDenied
    form = ViewForm(request.POST)
    form.is_valid()
    chosen = form.cleaned_data
    filters = kept(QueryDict(chosen.get("filters", "")))
    is_shared = chosen["is_shared"] and user_can_moderate_somewhere(request.user)
    try:
        view = actions.save_view(
            by=request.user, name=chosen.get("name", ""), query=filters, is_shared=is_shared
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The view “%(name)s” is saved.") % {"name": view.name})
    return HttpResponseRedirect(with_filters(reverse(QUEUE), filters))


@require_POST
def delete_view_view(request, pk: int):
    """Delete one's own view, or as a moderator one that is everybody's."""
    view = get_object_or_404(SavedView, pk=pk)
    is_own = view.owner_id == request.user.pk
    is_shared = view.owner_id is None and user_can_moderate_somewhere(request.user)
    if not user_can_read_comments(request.user) or not (is_own or is_shared):
        raise PermissionDenied
    actions.delete_view(view=view)
    messages.success(request, _("The view “%(name)s” is deleted.") % {"name": view.name})
    return HttpResponseRedirect(reverse(QUEUE))
