"""The hearing report while it is made: staff's words in place, freezing it, writing the decision down."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from comments import actions
from comments.errors import Refused
from comments.models import Comment, Hearing, HearingReport
from comments.permissions import user_can_answer
from comments.reading.places import hearing_url
from comments.report.parts import PASSAGE, THEME, counts_of, parts_of
from policy.models import Passage

from .report_forms import DecisionOfCouncilForm, FreezeForm, RemarkForm

PER_PAGE = 20


def report_view(request, hearing_id: int):
    """Show the parts with staff's words. POST keeps those of one part, or freezes the report."""
    hearing = _hearing(request, hearing_id)
    public = Comment.objects.public().filter(hearing=hearing).order_by("number")
    parts = parts_of(hearing, public.values_list("passage_id", "number"))
    freezing = FreezeForm(request.POST if "freeze" in request.POST else None)
    written = _written(request, parts) if "write" in request.POST else None
    if written and written.is_valid() and _write(request, hearing, written):
        return redirect(request.get_full_path() + f"#{written.part.kind}{written.part.row or ''}")
    if freezing.is_bound and freezing.is_valid() and _freeze(request, hearing, freezing):
        return redirect(request.path)
    page = Paginator(parts, PER_PAGE).get_page(request.GET.get("p"))
    forms = [
        written if written and written.part is part else RemarkForm(part=part) for part in page
    ]
    context = {
        "hearing": hearing,
        "counts": counts_of(Comment.objects.filter(hearing=hearing)),
        "page_obj": page,
        "forms": forms,
        "freezing": freezing,
        "reports": hearing.reports.select_related("decided").order_by("-number"),
        "hearing_url": hearing_url(hearing),
        **_header(hearing, _("Hearing report")),
    }
    return TemplateResponse(request, "comments/admin/report.html", context)


def report_decision_view(request, report_id: int):
    """Show a form for what was decided about a frozen report; POST writes it down."""
    reports = HearingReport.objects.select_related("hearing__edition", "decided")
    report = get_object_or_404(reports, pk=report_id)
    hearing = _hearing(request, report.hearing_id)
    form = DecisionOfCouncilForm(request.POST or None, initial={"decided_by": report.committee})
    if request.method == "POST" and form.is_valid():
        try:
            actions.decide_report(report=report, by=request.user, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            log(instance=report, action="comments.decide_report", user=request.user)
            messages.success(request, _("The decision stands with the report."))
            return redirect("comments_hearing_report", hearing.pk)
    context = {
        "report": report,
        "form": form,
        "decision": getattr(report, "decided", None),
        **_header(hearing, _("The decision about report %(n)s") % {"n": report.number}),
    }
    return TemplateResponse(request, "comments/admin/report_decision.html", context)


def _written(request, parts) -> RemarkForm | None:
    """Return the form of the part that was written about, or None when there is no such part."""
    asked = request.POST.get("kind"), request.POST.get("row", "")
    for part in parts:
        if (part.kind, str(part.row or "")) == asked:
            return RemarkForm(request.POST, part=part)
    messages.error(request, _("The part is gone. Read the report again."))
    return None


def _write(request, hearing, form) -> bool:
    part = form.part
    about = {
        "passage": Passage.objects.get(pk=part.row) if part.kind == PASSAGE else None,
        "theme": hearing.themes.get(pk=part.row) if part.kind == THEME else None,
    }
    try:
        actions.write_remark(
            hearing=hearing,
            seen_version=form.cleaned_data["version"],
            by=request.user,
            remarks=form.words("remark"),
            recommendations=form.words("recommendation"),
            **about,
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    log(instance=hearing, action="comments.remark", user=request.user, data={"part": part.key})
    messages.success(request, _("Saved. It is public when the report is frozen."))
    return True


def _freeze(request, hearing, form) -> bool:
    try:
        report = actions.freeze_report(hearing=hearing, by=request.user, **form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    log(instance=report, action="comments.freeze_report", user=request.user)
    messages.success(request, _("The report is frozen. Everybody can read it."))
    return True


def _hearing(request, pk) -> Hearing:
    hearing = get_object_or_404(Hearing.objects.select_related("edition"), pk=pk)
    if not user_can_answer(request.user, hearing):
        raise PermissionDenied
    return hearing


def _header(hearing, title) -> dict:
    return {
        "header_title": title,
        "header_icon": "doc-full",
        "breadcrumbs_items": [
            {"url": reverse("hearings:index"), "label": _("Hearings")},
            {"url": reverse("comments_unanswered", args=[hearing.pk]), "label": hearing.name},
            {"url": "", "label": title},
        ],
    }
