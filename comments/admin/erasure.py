"""Requests for erasure: a list by due date, and a page to delete or to say why not."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.log_actions import log

from comments import actions
from comments.errors import Refused
from comments.models import ErasureRequest, RequestState
from comments.permissions import user_can_moderate

from .looking import ListOnly, WaitingFirst, day_of

ERASE, REFUSE = "erase", "refuse"


class ErasureForm(forms.Form):
    """What is done about a request, and the answer when it is refused."""

    action = forms.ChoiceField(choices=[(ERASE, ""), (REFUSE, "")])
    answer = forms.CharField(required=False, max_length=5_000)


def erasure_view(request, pk: int):
    """GET shows the request with the comment's words; POST answers it. 403 without the right."""
    asked = get_object_or_404(ErasureRequest.objects.select_related("comment__hearing"), pk=pk)
    if not user_can_moderate(request.user, asked.comment.hearing):
        raise PermissionDenied
    form = ErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _answer(request, asked, form.cleaned_data):
        return redirect("erasure_requests:index")
    title = _("Request to delete comment %(number)s") % {"number": asked.comment.number}
    context = {
        "asked": asked,
        "is_open": asked.state == RequestState.OPEN,
        "texts": asked.comment.texts.order_by("pk"),
        "answer": form["answer"].value() or "",
        "header_title": title,
        "header_icon": "bin",
        "breadcrumbs_items": [
            {"url": reverse("erasure_requests:index"), "label": _("Requests for erasure")},
            {"url": "", "label": title},
        ],
    }
    return TemplateResponse(request, "comments/admin/erasure.html", context)


def _answer(request, asked, chosen) -> bool:
    """Carry out what was chosen; False when it was refused, with the reason as a message."""
    try:
        if chosen["action"] == ERASE:
            actions.erase(comment=asked.comment, by=request.user)
        else:
            actions.refuse_erasure(request=asked, by=request.user, answer=chosen["answer"])
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    data = {"answer": chosen["action"]}
    log(instance=asked.comment, action="comments.answer_erasure", user=request.user, data=data)
    messages.success(request, _("The request is answered."))
    return True


class ErasureViewSet(ListOnly):
    """Requests, those that wait first, the next one due on top."""

    model = ErasureRequest
    index_view_class = WaitingFirst
    name = "erasure_requests"
    icon = "bin"
    menu_label = gettext_lazy("Erasures")
    menu_name = "erasure-requests"
    menu_order = 140
    list_filter = ["state"]
    ordering = ["state_order", "due_on", "pk"]
    list_display = [
        TitleColumn(
            "comment",
            label=gettext_lazy("Number"),
            accessor="comment.number",
            get_url=lambda asked: reverse("comments_erasure", args=[asked.pk]),
        ),
        Column("due_on", label=gettext_lazy("Due"), accessor=day_of("due_on")),
        Column("state", label=gettext_lazy("Status"), accessor="get_state_display"),
        Column("asked_at", label=gettext_lazy("Asked"), accessor=day_of("asked_at")),
        Column("handled_at", label=gettext_lazy("Handled"), accessor=day_of("handled_at")),
    ]
