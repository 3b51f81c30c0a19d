"""Many letters at once: choose a spreadsheet, look at the check of its rows, bring them in."""

import csv

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST
from wagtail.log_actions import log

from comments import actions
from comments.errors import Refused
from comments.importing.rows import check_rows
from comments.models import CommentImport
from policy.admin.adopting import faults_of

from .import_forms import ColumnsForm, FileForm
from .views import header_of, hearing_for

A_PAGE = 20
SHOWN = 100  # rows with errors
SAMPLE = 5


def import_view(request, hearing_id: int):
    """Show the form and earlier imports; POST reads a file and leads to its check."""
    hearing = hearing_for(request, hearing_id)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FileForm(*sent)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            kept = actions.keep_import(
                hearing=hearing,
                data=file.read(),
                file_name=file.name,
                defaults=form.defaults(),
                by=request.user,
            )
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            return redirect("comments_import_check", kept.pk)
    imports = hearing.imports.exclude(applied_at=None).defer("table")
    context = {
        "hearing": hearing,
        "form": form,
        "problems": faults_of(form) if form.is_bound else [],
        "page_obj": Paginator(imports, A_PAGE).get_page(request.GET.get("p")),
        **header_of(hearing, _("Bring letters in"), "upload"),
    }
    return TemplateResponse(request, "comments/admin/import.html", context)


@never_cache
def import_check_view(request, letters_id: int):
    """Show the check of every row; POST matches the columns anew, or brings the rows in.

    After that it is the page of what came in.
    """
    found = get_object_or_404(CommentImport.objects.select_related("hearing"), pk=letters_id)
    hearing = hearing_for(request, found.hearing_id)
    if found.applied_at:
        context = {
            "done": found,
            "hearing": hearing,
            **header_of(hearing, _("Brought in"), "check"),
        }
        return TemplateResponse(request, "comments/admin/import_done.html", context)
    sent = request.POST if request.method == "POST" else None
    form = ColumnsForm(sent, headings=found.table[0], columns=found.columns)
    if sent is not None and form.is_valid() and _act(request, found, form):
        return redirect("comments_import_check", found.pk)
    context = {
        "found": found,
        "hearing": hearing,
        "form": form,
        "problems": faults_of(form) if form.is_bound else [],
        **_check(hearing, found),
        **header_of(hearing, _("Check the rows"), "upload"),
    }
    return TemplateResponse(request, "comments/admin/import_check.html", context)


@never_cache
@require_POST
def import_receipts_view(request, letters_id: int):
    """Send the receipts as CSV, once: what is in it stands nowhere else."""
    found = get_object_or_404(CommentImport.objects.select_related("hearing"), pk=letters_id)
    hearing_for(request, found.hearing_id)
    try:
        receipts = actions.take_receipts(comment_import=found)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("comments_import_check", found.pk)
    log(instance=found.hearing, action="comments.take_receipts", user=request.user)
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="kvitteringer-{found.pk}.csv"'
    response.write("\ufeff")
    writer = csv.writer(response, delimiter=";")
    writer.writerow([_("Row of the file"), _("Number"), _("Code"), _("The sender’s own page")])
    for line, number, secret in receipts:
        address = settings.BASE_URL + reverse("comments:receipt", args=[secret])
        writer.writerow([line, number, secret, address])
    return response


def _act(request, found, form) -> bool:
    """Do what the pressed button says; False when it was refused, with the reason in the form."""
    columns = form.columns()
    is_seen = columns == found.columns
    try:
        if request.POST.get("do") != "bring_in" or not is_seen:
            actions.match_columns(comment_import=found, columns=columns)
            if request.POST.get("do") == "bring_in":
                messages.warning(request, _("The columns are other ones now. Look at the rows."))
            return True
        done = actions.bring_in(
            comment_import=found,
            columns=columns,
            without_faulty=form.cleaned_data["without_faulty"],
            by=request.user,
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    data = {"first": done.first_number, "last": done.last_number}
    log(instance=found.hearing, action="comments.bring_in", user=request.user, data=data)
    return True


def _check(hearing, found) -> dict:
    """Return the rows sorted into what comes in, what is in already, and what has errors."""
    rows = check_rows(
        hearing=hearing, table=found.table, columns=found.columns, defaults=found.defaults
    )
    faulty = [row for row in rows if row.errors]
    new = [row for row in rows if row.is_new]
    return {
        "new_count": len(new),
        "sample": new[:SAMPLE],
        "faulty": faulty[:SHOWN],
        "faulty_count": len(faulty),
        "known_count": sum(row.is_in for row in rows),
        "twins": [row for row in rows if row.same_as and not row.is_in][:SHOWN],
    }
