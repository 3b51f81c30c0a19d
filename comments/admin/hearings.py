"""Put a draft to hearing: GET shows the form, POST freezes the draft that the editor saw."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import log

from comments.actions import create_hearing
from comments.errors import Refused
from comments.models import Hearing
from comments.permissions import user_can_create_hearing
from comments.reading.moments import in_words
from policy.admin.adopting import changes_for, faults_of, unanswered
from policy.admin.identity import IdentityForm
from policy.checklist.shapes import candidate_of_page
from policy.models import PolicyPage

from .hearing_forms import HearingForm
from .hearing_preview import preview_of
from .looking import ListOnly


def create_hearing_view(request, page_id: int):
    """Show the form, or create the hearing. 403 without the right, on GET and POST."""
    page = get_object_or_404(PolicyPage, pk=page_id)
    if not user_can_create_hearing(request.user, page):
        raise PermissionDenied
    form = HearingForm(request.POST or None, initial={"revision_id": page.latest_revision_id})
    identity = IdentityForm(request.POST or None, candidate=candidate_of_page(page))
    if request.method == "POST" and (done := _act(request, page, form, identity)):
        return done
    context = _context(page, form, identity) | {
        "problems": _problems(request, page, form, identity)
    }
    return TemplateResponse(request, "comments/admin/hearing.html", context)


def _act(request, page, form, identity):
    """Keep what was said of passages, and create the hearing unless something else was pressed."""
    if "preview" in request.POST:
        return preview_of(request, page, form)
    kept = identity.is_valid() and identity.save(page, request.user)
    if "save" in request.POST:
        if not kept:
            return None
        messages.success(request, _("The answers are saved."))
        return redirect(request.path)
    if not form.is_valid() or form.must_warn:
        return None
    if kept and (hearing := _create(request, page, form)):
        messages.success(request, _said(hearing))
        return redirect(reverse("hearings:index"))
    return None


def _problems(request, page, form, identity) -> list[tuple[str, str]]:
    """Return (address, words) of what stands in the way of what was pressed."""
    if request.method != "POST":
        return []
    if "save" in request.POST:
        return faults_of(identity)
    return faults_of(identity) + faults_of(form) + unanswered(page, identity)


def _create(request, page, form) -> Hearing | None:
    try:
        hearing = create_hearing(page=page, user=request.user, **form.values())
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    log(instance=hearing, action="wagtail.create", user=request.user)
    return hearing


def _said(hearing) -> str:
    opens, closes = (
        formats.date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT")
        for at in (hearing.opens_at, hearing.closes_at)
    )
    return _("%(hearing)s is created. It is open from %(opens)s to %(closes)s.") % {
        "hearing": hearing.name,
        "opens": opens,
        "closes": closes,
    }


def _context(page, form, identity) -> dict:
    return {
        "page": page,
        "form": form,
        "identity": identity,
        **changes_for(identity.candidate, identity),
        "header_title": _("Put to hearing"),
        "header_icon": "calendar-alt",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": page.title},
            {"url": "", "label": _("Put to hearing")},
        ],
    }


class HearingIndexView(ModelViewSet.index_view_class):
    """Hearings, with a button for each policy that the user may put to hearing."""

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("edition")

    @property
    def header_buttons(self):
        pages = PolicyPage.objects.in_source_language().exclude(latest_revision=None)
        return [
            HeaderButton(
                label=_("Put “%(page)s” to hearing") % {"page": page.title},
                url=reverse("comments_create_hearing", args=[page.pk]),
                icon_name="plus",
            )
            for page in pages
            if user_can_create_hearing(self.request.user, page)
        ]


class HearingViewSet(ListOnly):
    """The list of hearings; each leads to its comments and its answers."""

    model = Hearing
    name = "hearings"
    icon = "calendar-alt"
    menu_label = gettext_lazy("Hearings")
    menu_name = "hearings"
    menu_order = 120
    index_view_class = HearingIndexView
    ordering = ["-opens_at", "-pk"]
    list_display = [
        TitleColumn(
            "name",
            label=gettext_lazy("Hearing"),
            get_url=lambda hearing: reverse("comments_unanswered", args=[hearing.pk]),
        ),
        Column("state", label=gettext_lazy("Status"), accessor=lambda hearing: state_of(hearing)),
        DateColumn("opens_at", label=gettext_lazy("Opens"), sort_key="opens_at"),
        Column(
            "closes_at",
            label=gettext_lazy("Closes"),
            accessor=lambda hearing: closes_in_words(hearing),
            sort_key="closes_at",
        ),
        Column("answers_due", label=gettext_lazy("Answers due")),
        TitleColumn(
            "dates",
            label=gettext_lazy("Dates"),
            accessor=lambda _hearing: _("Change the dates"),
            get_url=lambda hearing: reverse("comments_hearing_dates", args=[hearing.pk]),
        ),
        TitleColumn(
            "letters",
            label=gettext_lazy("Letters"),
            accessor=lambda _hearing: _("Type in a letter"),
            get_url=lambda hearing: reverse("comments_enter", args=[hearing.pk]),
        ),
        TitleColumn(
            "journal",
            label=gettext_lazy("Journal"),
            accessor=lambda _hearing: _("Package for the journal"),
            get_url=lambda hearing: reverse("comments_journal", args=[hearing.pk]),
        ),
    ]


def closes_in_words(hearing) -> str:
    """Say when the hearing closes, with the hour; a standing dialogue may have no end."""
    return in_words(hearing.ends_at) if hearing.ends_at else _("Does not close")


def state_of(hearing) -> str:
    """Say whether the hearing is to come, open or closed."""
    if hearing.is_closed():
        return _("Closed")
    return _("Open") if hearing.is_open() else _("Not begun")
