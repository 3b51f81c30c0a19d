"""What the municipality owes: comments without an answer, and promises for later."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, F, Q
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import AdminDateInput
from wagtail.log_actions import log

from comments import actions
from comments.errors import Refused
from comments.models import Hearing, Outcome
from comments.permissions import user_can_answer
from comments.states import CommentStatus, ResponseStatus

PER_PAGE = 50


class FollowUpForm(forms.Form):
    """A promise is kept, or it is asked about again on another day."""

    seen_on = forms.DateField(input_formats=["%Y-%m-%d"], widget=forms.HiddenInput)
    ask_again_on = forms.DateField(
        label=gettext_lazy("Ask again on"), widget=AdminDateInput, required=False
    )


def due_view(request):
    """Show hearings with comments that wait for an answer, and promises by their day."""
    _check(request)
    hearings = Paginator(waiting_hearings(), PER_PAGE).get_page(request.GET.get("p"))
    promised = Outcome.objects.promised().select_related("comment", "response__hearing__edition")
    ordered = promised.order_by("follow_up_on", "pk")
    page = Paginator(ordered, PER_PAGE).get_page(request.GET.get("promises"))
    today = timezone.localdate()
    rows = [(outcome, _form_of(outcome), outcome.follow_up_on <= today) for outcome in page]
    context = {
        "hearings": hearings,
        "promises": page,
        "rows": rows,
        "today": today,
        "media": FollowUpForm().media,
        "header_title": _("What is due"),
        "header_icon": "date",
        "breadcrumbs_items": [{"url": "", "label": _("What is due")}],
    }
    return TemplateResponse(request, "comments/admin/due.html", context)


def _form_of(outcome) -> FollowUpForm:
    initial = {"seen_on": outcome.follow_up_on.isoformat()}
    return FollowUpForm(initial=initial, auto_id=f"o{outcome.pk}_%s")


def waiting_hearings():
    """Return hearings with public comments whose answer is not public, by the day it is promised."""
    is_public = Q(comments__status=CommentStatus.PUBLISHED)
    is_answered = Q(comments__outcome__response__status=ResponseStatus.PUBLISHED)
    is_written = is_public & Q(comments__outcome__isnull=False)
    return (
        Hearing.objects.select_related("edition")
        .annotate(
            total=Count("comments", filter=is_public),
            answered=Count("comments", filter=is_public & is_answered),
            written=Count("comments", filter=is_written),
        )
        .annotate(waiting=F("total") - F("answered"), drafted=F("written") - F("answered"))
        .filter(answered__lt=F("total"))
        .order_by(F("answers_due").asc(nulls_last=True), "closes_at", "pk")
    )


@require_POST
def follow_up_view(request, outcome_id: int):
    """Note that a promise is kept, or choose another day for it. 403 without the right."""
    _check(request)
    outcome = get_object_or_404(Outcome.objects.promised(), pk=outcome_id)
    form = FollowUpForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Write the day on which you want to be asked again."))
        return redirect("comments_due")
    day = None if "kept" in request.POST else form.cleaned_data["ask_again_on"]
    if not day and "kept" not in request.POST:
        messages.error(request, _("Write the day on which you want to be asked again."))
        return redirect("comments_due")
    seen_on = form.cleaned_data["seen_on"]
    try:
        actions.follow_up(outcome=outcome, seen_on=seen_on, by=request.user, ask_again_on=day)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("comments_due")
    log(instance=outcome.response, action="comments.follow_up", user=request.user)
    messages.success(request, _("Saved."))
    return redirect("comments_due")


def _check(request) -> None:
    if not user_can_answer(request.user, None):
        raise PermissionDenied


class DueMenuItem(MenuItem):
    """The list, with how many promises have come to their day."""

    def __init__(self):
        label = gettext_lazy("What is due")
        super().__init__(
            label, reverse("comments_due"), name="comments-due", icon_name="date", order=135
        )

    def is_shown(self, request):
        return user_can_answer(request.user, None)

    def render_component(self, request):
        component = super().render_component(request)
        today = timezone.localdate()
        due = Outcome.objects.promised().filter(follow_up_on__lte=today).count()
        if due:
            component.label = f"{self.label} ({due})"
        return component
