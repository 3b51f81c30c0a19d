"""The register of requests: a list by due day, and a page on which one is handled to its answer."""

import tempfile

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import log

from comments import actions
from comments.admin.looking import ListOnly, day_of
from comments.errors import Refused
from comments.models import PersonRequest, PersonRequestState
from comments.permissions import user_can_handle_requests
from comments.privacy.export import write_export
from comments.privacy.person import find

from .request_forms import AnswerForm, ChooseForm, ExtendForm, FindForm, NewRequestForm

HANDLE = {
    "choose": (ChooseForm, "chosen", gettext_lazy("Saved which comments are the person’s.")),
    "extend": (ExtendForm, "extended", gettext_lazy("The time is extended. Tell the person.")),
    "answer": (AnswerForm, "answered", gettext_lazy("The request is answered.")),
}
ERASE = "erase"


def new_request_view(request):
    """Write down that somebody asks. 403 without the right."""
    _check(request)
    form = NewRequestForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.register_request(by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            log(instance=made, action="comments.person_request", user=request.user)
            return redirect("comments_person_request", made.pk)
    context = {"form": form, **_header(_("New request"))}
    return TemplateResponse(request, "comments/admin/privacy/new.html", context)


def request_view(request, request_id: int):
    """Show a request and what may be the person's; POST handles it one step. 403 without the right."""
    _check(request)
    asked = get_object_or_404(
        PersonRequest.objects.select_related("erasure__comment"), pk=request_id
    )
    step = request.POST.get("step", "")
    forms = {name: form(None) for name, (form, _done, _said) in HANDLE.items()}
    if step in HANDLE:
        forms[step] = HANDLE[step][0](request.POST)
    if request.method == "POST" and _handle(request, asked, step, forms.get(step)):
        return redirect("comments_person_request", asked.pk)
    finding = FindForm(request.GET if "receipt" in request.GET else None)
    context = {
        "asked": asked,
        "is_open": asked.state != PersonRequestState.ANSWERED,
        "finding": finding,
        "matches": _matches(asked, finding),
        "chosen": asked.comments.select_related("hearing__edition").order_by("pk"),
        "steps": asked.steps.select_related("by"),
        "forms": forms,
        **_header(_("Request %(number)s") % {"number": asked.pk}),
    }
    return TemplateResponse(request, "comments/admin/privacy/request.html", context)


@require_POST
def export_view(request, request_id: int):
    """Give out all of the person's data as a ZIP, made anew each time and kept nowhere."""
    _check(request)
    asked = get_object_or_404(PersonRequest, pk=request_id)
    # The file has no name in any folder: it is gone when the answer has been given.
    made = tempfile.TemporaryFile()  # noqa: SIM115
    write_export(made, asked, with_notes="with_notes" in request.POST)
    made.seek(0)
    actions.note_export(request=asked, by=request.user)
    log(instance=asked, action="comments.person_export", user=request.user)
    name = _("request-%(number)s.zip") % {"number": asked.pk}
    response = FileResponse(made, as_attachment=True, filename=name, content_type="application/zip")
    response["Cache-Control"] = "no-store"
    return response


def _handle(request, asked, step, form) -> bool:
    """Carry out one step; False when it was refused, with the reason as a message."""
    if step != ERASE and (form is None or not form.is_valid()):
        if form is None:
            messages.error(request, _("Choose what to do with the request."))
        return False
    try:
        said = _carry_out(request, asked, step, form)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return False
    log(instance=asked, action="comments.person_request", user=request.user, data={"step": step})
    messages.success(request, said)
    return True


def _carry_out(request, asked, step, form) -> str:
    by = request.user
    if step == "choose":
        actions.choose_comments(request=asked, ids=form.cleaned_data["c"], by=by)
    elif step == "extend":
        actions.extend_time(request=asked, because=form.cleaned_data["because"], by=by)
    elif step == "answer":
        actions.answer_request(request=asked, answer=form.cleaned_data["answer"], by=by)
    else:
        count = actions.erase_person(request=asked, by=by)
        return _("Deleted for ever: %(n)s comments, and what was kept at the address.") % {
            "n": count
        }
    return str(HANDLE[step][2])


def _matches(asked, finding):
    if asked.erasure_id:
        return []
    receipt = finding.cleaned_data["receipt"] if finding.is_valid() else ""
    return find(email=asked.email, name=asked.name, receipt=receipt)


def _check(request) -> None:
    if not user_can_handle_requests(request.user):
        raise PermissionDenied


def _header(title: str) -> dict:
    index = {"url": reverse("person_requests:index"), "label": _("Requests about data")}
    return {
        "header_title": title,
        "header_icon": "user",
        "breadcrumbs_items": [index, {"url": "", "label": title}],
    }


def _standing(asked) -> str:
    """Name the status, and the day of the answer: with days in columns a narrow screen cuts them off."""
    return f"{asked.get_state_display()} {day_of('answered_at')(asked)}".strip()


class RequestsView(ModelViewSet.index_view_class):
    """Those that wait first, the next one due on top, and a button to write a new one down."""

    def get_base_queryset(self):
        return super().get_base_queryset().order_by("answered_at", "due_on", "pk")

    @cached_property
    def header_buttons(self):
        address = reverse("comments_new_person_request")
        return [HeaderButton(_("Write a request down"), address, icon_name="plus")]


class RequestsMenuItem(MenuItem):
    """The list, with how many wait."""

    def is_shown(self, request):
        return user_can_handle_requests(request.user)

    def render_component(self, request):
        component = super().render_component(request)
        if waiting := PersonRequest.objects.open().count():
            component.label = f"{self.label} ({waiting})"
        return component


class PersonRequestViewSet(ListOnly):
    """Requests, each leading to its own page."""

    model = PersonRequest
    index_view_class = RequestsView
    add_to_admin_menu = False
    name = "person_requests"
    icon = "user"
    menu_label = gettext_lazy("Requests about data")
    menu_name = "person-requests"
    menu_order = 10
    list_filter = ["state", "kind"]
    ordering = ["due_on", "pk"]
    list_display = [
        TitleColumn(
            "number",
            label=gettext_lazy("Request"),
            accessor="pk",
            get_url=lambda asked: reverse("comments_person_request", args=[asked.pk]),
        ),
        Column("due_on", label=gettext_lazy("Due"), accessor=day_of("due_on")),
        Column("kind", label=gettext_lazy("Asks"), accessor="get_kind_display"),
        Column("state", label=gettext_lazy("Status"), accessor=_standing),
    ]

    def get_menu_item(self, order=None):
        return RequestsMenuItem(
            self.menu_label,
            self.menu_url,
            name=self.menu_name,
            icon_name=self.icon,
            order=order or self.menu_order,
        )
