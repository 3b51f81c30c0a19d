"""The figures in public: of one hearing and of all. They only read.

comments/figures.html      policy_page, hearing, name, hearing_url, tables [Table], figures, decision_time,
                           answer_time (in words, "" where there is none), csv_url
comments/all_figures.html  the same without the hearing, and page_obj, rows [{hearing, …counts}]
"""

from collections import Counter, defaultdict

from django.db.models import Count
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.models import Comment, Hearing
from comments.reading.counts import IS_ANSWERED
from comments.reading.places import hearing_url, places_for, public_policies
from comments.report.sheet import csv_lines
from comments.states import CommentStatus
from comments.views import page_of

from .counts import LED_TO_CHANGE, figures_of
from .sheet import rows_of
from .tables import in_days, tables_of

FRESH = 300  # seconds that a reader may keep the file without asking


@require_safe
def figures(request, pk):
    """Show one hearing in figures; `Http404` before it has begun."""
    hearing = _hearing_or_404(pk)
    places = places_for(hearing.edition.policy_id)
    context = {
        "policy_page": places.page,
        "hearing": hearing,
        "name": hearing.name,
        "hearing_url": hearing_url(hearing),
        "csv_url": reverse("comments:figures_file", args=[hearing.pk]),
        **_told(Comment.objects.filter(hearing=hearing)),
    }
    return TemplateResponse(request, "comments/figures.html", context)


@require_safe
def all_figures(request):
    """Show all hearings together in figures, and a line for each of them."""
    page_obj = page_of(request, _hearings().order_by("-opens_at", "-pk"))
    context = {
        "page_obj": page_obj,
        "rows": _lines(page_obj),
        "csv_url": reverse("comments:all_figures_file"),
        **_told(_all_comments()),
    }
    return TemplateResponse(request, "comments/all_figures.html", context)


@require_safe
def figures_file(request, pk):
    """Answer with one hearing's figures as CSV."""
    hearing = _hearing_or_404(pk)
    places_for(hearing.edition.policy_id)
    made = csv_lines(
        rows_of([(str(hearing.name), figures_of(Comment.objects.filter(hearing=hearing)))])
    )
    return _file(made, _("figures of hearing %(n)s") % {"n": hearing.pk})


@require_safe
def all_figures_file(request):
    """Answer with the figures of all hearings together as CSV."""
    return _file(
        csv_lines(rows_of([(_("All hearings"), figures_of(_all_comments()))])), _("figures")
    )


def figures_url(hearing) -> str:
    return reverse("comments:figures", args=[hearing.pk])


def _hearing_or_404(pk) -> Hearing:
    found = Hearing.objects.public().select_related("edition").filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _hearings():
    return (
        Hearing.objects.public()
        .filter(edition__policy__in=public_policies())
        .select_related("edition")
    )


def _all_comments():
    return Comment.objects.filter(hearing__in=_hearings().values("pk"))


def _lines(hearings) -> list[dict]:
    """Return {"hearing", "came", "public", "rejected", "answered", "changed"} of each. Two queries.

    Counted apart, from an index each: joined with all that answers them, every comment would be read.
    """
    comments = Comment.objects.filter(hearing__in=[hearing.pk for hearing in hearings]).order_by()
    by_status = _by_hearing(comments.values_list("hearing", "status"))
    by_result = _by_hearing(comments.filter(IS_ANSWERED).values_list("hearing", "outcome__result"))
    return [
        {
            "hearing": hearing,
            "came": sum(by_status[hearing.pk].values()),
            "public": by_status[hearing.pk][CommentStatus.PUBLISHED],
            "rejected": by_status[hearing.pk][CommentStatus.REJECTED],
            "answered": sum(by_result[hearing.pk].values()),
            "changed": sum(by_result[hearing.pk][result] for result in LED_TO_CHANGE),
        }
        for hearing in hearings
    ]


def _by_hearing(grouped) -> dict[int, Counter]:
    counted = defaultdict(Counter)
    for hearing, what, count in grouped.annotate(n=Count("pk")):
        counted[hearing][what] = count
    return counted


def _told(comments) -> dict:
    found = figures_of(comments)
    return {
        "figures": found,
        "tables": tables_of(found),
        "decision_time": in_days(found.decision_time),
        "answer_time": in_days(found.answer_time),
    }


def _file(made, name: str) -> HttpResponse:
    response = HttpResponse("".join(made), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(
        True, f"{name.replace(' ', '-')}.csv"
    )
    response["Content-Language"] = translation.get_language()
    response["Cache-Control"] = f"public, max-age={FRESH}"
    return response
