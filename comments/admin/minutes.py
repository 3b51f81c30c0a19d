"""Minutes of a hearing's meetings: a list with a form for new ones, and a page for those there are."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.widgets import AdminDateInput
from wagtail.log_actions import log

from comments import actions
from comments.errors import Refused
from comments.files.serving import serve_file
from comments.files.taking import ACCEPT, largest, take, too_large
from comments.models import Hearing, Minutes
from comments.permissions import user_can_answer

PER_PAGE = 20
LONGEST = 100_000  # characters


class MinutesForm(forms.Form):
    """What was said, when and where. `version` is what the writer had before her."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, initial=0)
    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=160,
        widget=forms.TextInput(attrs={"type": "text"}),
    )
    held_on = forms.DateField(label=gettext_lazy("Held on"), widget=AdminDateInput)
    place = forms.CharField(
        label=gettext_lazy("Place"),
        max_length=160,
        required=False,
        widget=forms.TextInput(attrs={"type": "text"}),
    )
    text = forms.CharField(
        label=gettext_lazy("Minutes"),
        max_length=LONGEST,
        required=False,
        help_text=gettext_lazy(
            "Everybody can read them when the report is frozen: name nobody who did not agree to it."
        ),
        widget=forms.Textarea(attrs={"rows": 12}),
    )
    file = forms.FileField(
        label=gettext_lazy("File"),
        required=False,
        allow_empty_file=True,
        help_text=gettext_lazy("A PDF or a picture. It takes the place of the one before."),
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )

    def clean_file(self):
        """Return the file as it is kept, written anew; what is wrong with it is said by its name."""
        file = self.cleaned_data["file"]
        if not file:
            return None
        try:
            if file.size > largest():
                raise too_large(file.name)
            return take(file.name, file.read())
        except Refused as refusal:
            raise forms.ValidationError(str(refusal)) from refusal


def minutes_view(request, hearing_id: int):
    """Show a hearing's minutes and a form; POST writes new ones. 403 without the right."""
    hearing = _hearing(request, hearing_id)
    form = MinutesForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid() and _write(request, hearing, form):
        return redirect("comments_minutes", hearing.pk)
    rows = hearing.minutes.select_related("written_by").prefetch_related("frozen")
    context = {
        "form": form,
        "page_obj": Paginator(rows, PER_PAGE).get_page(request.GET.get("p")),
        **_header(hearing, _("Minutes of meetings")),
    }
    return TemplateResponse(request, "comments/admin/minutes.html", context)


def edit_minutes_view(request, minutes_id: int):
    """Show minutes to change or to take down; POST does it. 403 without the right."""
    minutes = get_object_or_404(Minutes.objects.select_related("hearing__edition"), pk=minutes_id)
    hearing = _hearing(request, minutes.hearing_id)
    is_down = "take_down" in request.POST
    initial = {name: getattr(minutes, name) for name in ("version", "title", "place", "text")}
    data = request.POST if request.method == "POST" and not is_down else None
    form = MinutesForm(data, request.FILES or None, initial={**initial, "held_on": minutes.held_on})
    if is_down:
        actions.take_down_minutes(minutes=minutes, by=request.user)
        _note(request, hearing, minutes.pk, _("The minutes are taken down."))
        return redirect("comments_minutes", hearing.pk)
    if form.is_bound and form.is_valid() and _write(request, hearing, form, minutes):
        return redirect("comments_minutes", hearing.pk)
    context = {
        "minutes": minutes,
        "form": form,
        "is_frozen": minutes.frozen.exists(),
        **_header(hearing, minutes.title),
    }
    return TemplateResponse(request, "comments/admin/edit_minutes.html", context)


@require_safe
def minutes_file_view(request, minutes_id: int):
    """Give out the file of minutes to those who may write them, before it is public."""
    minutes = get_object_or_404(Minutes.objects.exclude(file=""), pk=minutes_id)
    if not user_can_answer(request.user, minutes.hearing):
        raise PermissionDenied
    return serve_file(minutes.file, name=minutes.file_name, content_type=minutes.file_type)


def _write(request, hearing, form, minutes=None) -> bool:
    """Write what the form says; False when it was refused, with the reason on the form."""
    values = dict(form.cleaned_data)
    seen = values.pop("version")
    try:
        found = actions.write_minutes(
            hearing=hearing, by=request.user, minutes=minutes, seen_version=seen, **values
        )
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    _note(request, hearing, found.pk, _("The minutes are saved."))
    return True


def _note(request, hearing, minutes_id: int, said: str) -> None:
    log(
        instance=hearing,
        action="comments.minutes",
        user=request.user,
        data={"minutes": minutes_id},
    )
    messages.success(request, said)


def _hearing(request, pk) -> Hearing:
    hearing = get_object_or_404(Hearing.objects.select_related("edition"), pk=pk)
    if not user_can_answer(request.user, hearing):
        raise PermissionDenied
    return hearing


def _header(hearing, title: str) -> dict:
    return {
        "hearing": hearing,
        "header_title": title,
        "header_icon": "doc-full",
        "breadcrumbs_items": [
            {"url": reverse("hearings:index"), "label": _("Hearings")},
            {"url": reverse("comments_unanswered", args=[hearing.pk]), "label": hearing.name},
            {
                "url": reverse("comments_hearing_report", args=[hearing.pk]),
                "label": _("Hearing report"),
            },
            {
                "url": reverse("comments_minutes", args=[hearing.pk]),
                "label": _("Minutes of meetings"),
            },
            {"url": "", "label": title},
        ],
    }
