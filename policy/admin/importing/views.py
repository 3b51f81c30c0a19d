"""Choose a document, correct its plan, bring it in. 403 without the right to edit, on GET and POST."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from policy.admin.crumbs import screen
from policy.errors import Refused
from policy.importing.actions import AlreadyBroughtIn, bring_in, correct_plan, keep_plan
from policy.importing.corrections import gone_from
from policy.importing.document import read_document
from policy.importing.merging import joined
from policy.importing.proposal import blocks_of
from policy.importing.sentences import lost_in_words
from policy.models import Policy, PolicyPage, TextImport
from policy.permissions import user_can_import

from .forms import DocumentForm, PlanForm
from .shown import choices_of, shown_rows

A_PAGE = 20


def import_view(request, page_id: int) -> HttpResponse:
    """Show the form and earlier imports; POST reads a document and leads to its plan."""
    page = _page(request, page_id)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = DocumentForm(*sent)
    if form.is_valid():
        file = form.cleaned_data["document"]
        try:
            document = read_document(file.read())
            kept = keep_plan(page=page, document=document, file_name=file.name, user=request.user)
        except Refused as refused:
            form.add_error("document", str(refused))
        else:
            return redirect(_plan_address(page, kept))
    context = {
        "form": form,
        **_earlier(request, page),
        **screen(page, _("Bring a text in"), "upload"),
    }
    return TemplateResponse(request, "policy/admin/import.html", context)


def plan_view(request, page_id: int, import_id: int) -> HttpResponse:
    """Show the plan; POST keeps the corrections, or brings the text in."""
    page = _page(request, page_id)
    imports = TextImport.objects.filter(policy_id=page.translation_key)
    text_import = get_object_or_404(imports, pk=import_id)
    if text_import.applied_at:
        messages.info(request, _("This document was brought in already. Nothing was changed."))
        return redirect("policy_import", page.pk)
    blocks = blocks_of(page)
    policy = Policy(id=page.translation_key)
    initial = {"revision_id": page.latest_revision_id}
    form = PlanForm(
        text_import.plan, choices_of(policy, blocks), request.POST or None, initial=initial
    )
    if request.method == "POST" and form.is_valid():
        return _carried_out(request, page, text_import, form, [b.block_id for b in blocks])
    context = _plan_context(page, text_import, form)
    return TemplateResponse(request, "policy/admin/import_plan.html", context)


def _carried_out(request, page, text_import, form, block_ids) -> HttpResponse:
    """Do what the pressed button says, and lead to where it can be seen. What was typed is kept."""
    plan = form.corrected_plan()
    wants_all = request.POST.get("do") == "bring_in"
    try:
        if wants_all and not _ends_unseen(form.plan, plan, block_ids):
            _bring_in(request, page, text_import, plan, form.cleaned_data["revision_id"])
            return redirect("wagtailadmin_pages:edit", page.pk)
        correct_plan(text_import=text_import, plan=plan)
    except AlreadyBroughtIn as again:
        messages.info(request, str(again))
        return redirect("policy_import", page.pk)
    except Refused as refused:
        correct_plan(text_import=text_import, plan=plan)
        messages.error(request, str(refused))
        return redirect(_plan_address(page, text_import))
    if wants_all:
        said = _(
            "Your corrections let more passages end. Look at the list of them, and bring in then."
        )
        messages.warning(request, said)
        return redirect(_plan_address(page, text_import) + "#gone")
    messages.success(request, _("Your corrections are saved. Nothing was brought in yet."))
    return redirect(_plan_address(page, text_import))


def _ends_unseen(shown: dict, plan: dict, block_ids: list[str]) -> set[str]:
    """Return the blocks that would end, though the list that the person saw did not have them."""
    continued = {row["continues"] for row in shown["rows"] if row["action"] == "take"}
    return gone_from(plan, block_ids) & continued


def _bring_in(request, page, text_import, plan, revision_id) -> None:
    bring_in(
        text_import=text_import,
        page=page,
        plan=plan,
        revision_id=revision_id,
        user=request.user,
    )
    messages.success(request, _brought_in(len(joined(plan["rows"]))))


def _brought_in(passages: int) -> str:
    return ngettext(
        "The text is brought in as a new draft with %(count)s passage. Nothing is public yet.",
        "The text is brought in as a new draft with %(count)s passages. Nothing is public yet.",
        passages,
    ) % {"count": passages}


def _plan_context(page, text_import, form) -> dict:
    taken = {row["continues"] for row in form.plan["rows"] if row["action"] == "take"}
    gone = [box for box in form["kept"] if box.data["value"] not in taken]
    return {
        "form": form,
        "text_import": text_import,
        "rows": shown_rows(form),
        "gone": gone,
        "lost": lost_in_words(text_import.lost),
        **screen(page, _("Correct and bring in"), "upload"),
    }


def _earlier(request, page) -> dict:
    imports = TextImport.objects.filter(policy_id=page.translation_key).defer("plan", "lost")
    shown = Paginator(imports, A_PAGE).get_page(request.GET.get("p"))
    pages = shown.paginator.get_elided_page_range(shown.number)
    return {"imports": shown, "elided_page_range": pages}


def _page(request, page_id: int) -> PolicyPage:
    page = get_object_or_404(PolicyPage, pk=page_id)
    if not user_can_import(request.user, page):
        raise PermissionDenied
    return page


def _plan_address(page, text_import) -> str:
    return reverse("policy_import_plan", args=[page.pk, text_import.pk])
