"""Packages for the municipality's journal: ask for one, see what became of it, take it."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.log_actions import log

from comments import actions
from comments.journal.package import name_of
from comments.models import Comment, Hearing, JournalPackage, PackageState
from comments.permissions import user_can_take_journal

PER_PAGE = 20


class PackageForm(forms.Form):
    """What to make a package of: the hearing, or one comment of it."""

    number = forms.IntegerField(
        label=gettext_lazy("Number of one comment"),
        help_text=gettext_lazy("Leave it empty to get the whole hearing."),
        required=False,
        min_value=1,
    )

    def __init__(self, *args, hearing, **kwargs):
        super().__init__(*args, **kwargs)
        self.hearing = hearing
        self.comment = None

    def clean_number(self):
        """Find the comment; a number that the hearing does not have is told."""
        number = self.cleaned_data["number"]
        if number is not None:
            self.comment = Comment.objects.filter(hearing=self.hearing, number=number).first()
            if self.comment is None:
                raise forms.ValidationError(_("The hearing has no comment with that number."))
        return number


def journal_view(request, hearing_id: int):
    """List the hearing's packages; POST asks for one. 403 without the right, on GET and POST."""
    hearing = get_object_or_404(Hearing.objects.select_related("edition"), pk=hearing_id)
    if not user_can_take_journal(request.user, hearing):
        raise PermissionDenied
    form = PackageForm(request.POST or None, hearing=hearing)
    if request.method == "POST" and form.is_valid():
        package = actions.ask_package(hearing=hearing, comment=form.comment, by=request.user)
        log(instance=package, action="comments.ask_package", user=request.user)
        messages.success(request, _("The package is being made. Load this page again in a while."))
        return redirect("comments_journal", hearing.pk)
    packages = hearing.packages.select_related("asked_by", "comment")
    context = {
        "hearing": hearing,
        "form": form,
        "page_obj": Paginator(packages, PER_PAGE).get_page(request.GET.get("p")),
        "header_title": _("Packages for the journal"),
        "header_icon": "folder-open-inverse",
        "breadcrumbs_items": [
            {"url": reverse("hearings:index"), "label": _("Hearings")},
            {"url": reverse("comments_unanswered", args=[hearing.pk]), "label": hearing.name},
            {"url": "", "label": _("Packages for the journal")},
        ],
    }
    return TemplateResponse(request, "comments/admin/journal.html", context)


@require_safe
def journal_file_view(request, pk: int):
    """Give out a package's file: asked for anew each time, and never kept on the way (row 46)."""
    packages = JournalPackage.objects.select_related("hearing__edition", "comment")
    package = get_object_or_404(packages, pk=pk)
    if not user_can_take_journal(request.user, package.hearing):
        raise PermissionDenied
    try:
        if package.state != PackageState.MADE:
            raise FileNotFoundError
        file = package.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    log(instance=package, action="comments.take_package", user=request.user)
    response = FileResponse(
        file, as_attachment=True, filename=name_of(package), content_type="application/zip"
    )
    response["Cache-Control"] = "no-store"
    return response
