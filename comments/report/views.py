"""The report in public: a page at an address that stays, and its files.

comments/hearing_report.html  policy_page, read (ReadReport), parts [ReadPart] of this page, page_obj,
                              files [(name, address)], hearing_url, address, feeds [Relation]
"""

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.feeds import feed_link, hearing_feed_url
from comments.models import Hearing, HearingReport
from comments.reading.places import Places, hearing_url, places_for
from policy.danish import slug_of
from policy.exporting.press import NoPress, Unmade

from .files import TYPES, deadline, file_of, report_address
from .reading import PER_PAGE, read_parts, read_report
from .sheet import lines

RETRY_AFTER = 20  # seconds


@require_safe
def report_page(request, pk, number):
    """Show a frozen report, a hundred comments at a time; `Http404` for what is not public."""
    report, places = find_report(pk, number)
    read = read_report(report)
    page = _page(request.GET.get("page", "1"), read.pages)
    paginator = Paginator(range(read.pages), 1)
    context = {
        "policy_page": places.page,
        "read": read,
        "parts": read_parts(report, places, page=page),
        "page_obj": Page([page], page, paginator),
        "first": (page - 1) * PER_PAGE,
        "files": report_files(report),
        "hearing_url": hearing_url(report.hearing),
        "address": report_address(report),
        "feeds": [
            feed_link(
                hearing_feed_url(report.hearing),
                _("Comments: %(what)s") % {"what": report.hearing.name},
            )
        ],
    }
    return TemplateResponse(request, "comments/hearing_report.html", context)


@require_safe
def report_file(request, pk, number, kind):
    """Answer with the report's PDF, DOCX, XLSX or CSV. 503 when a PDF can't be made now."""
    report, places = find_report(pk, number)
    if kind == "csv":
        content = lines(report, places)
        response = StreamingHttpResponse(_in_language(content), content_type="text/csv")
    elif kind in TYPES:
        try:
            content = file_of(report, places, kind).read(deadline())
        except Unmade as reason:
            return _unmade(request, report, places, reason)
        response = HttpResponse(content, content_type=TYPES[kind])
    else:
        raise Http404
    words = f"{slug_of(read_report(report).title)}-{number}"
    response["Content-Disposition"] = content_disposition_header(True, f"{words}.{kind}")
    response["Content-Language"] = translation.get_language()
    response["Cache-Control"] = "no-cache"
    response["Link"] = f'<{report_address(report)}>; rel="canonical"'
    return response


def find_report(pk, number) -> tuple[HearingReport, Places]:
    """Return a public hearing's report and where things are; `Http404` when there is none."""
    reports = HearingReport.objects.public().select_related("hearing__edition", "decided")
    hearings = Hearing.objects.public()
    report = get_object_or_404(reports, hearing__in=hearings, hearing=pk, number=number)
    return report, places_for(report.hearing.edition.policy_id)


def report_files(report) -> list[tuple[str, str]]:
    """Return (what it is, address) of the report's files, in the active language."""
    names = {
        "pdf": _("For reading and printing (PDF)"),
        "docx": _("For a word processor (DOCX)"),
        "xlsx": _("For a spreadsheet (XLSX)"),
        "csv": _("For a spreadsheet (CSV)"),
    }
    return [
        (
            name,
            reverse("comments:hearing_report_file", args=[report.hearing_id, report.number, kind]),
        )
        for kind, name in names.items()
    ]


def _page(asked: str, pages: int) -> int:
    if not (asked.isascii() and asked.isdecimal() and len(asked) < 9 and 0 < int(asked) <= pages):
        raise Http404
    return int(asked)


def _in_language(content):
    """Let a streamed file be made in the language that was asked for: it is made after the view."""
    language = translation.get_language()
    while True:
        with translation.override(language):
            line = next(content, None)
        if line is None:
            return
        yield line


def _unmade(request, report, places, reason):
    comes_later = not isinstance(reason, NoPress)
    context = {
        "policy_page": places.page,
        "comes_later": comes_later,
        "files": [file for file in report_files(report) if not file[1].endswith("pdf")],
        "address": report_address(report),
    }
    response = TemplateResponse(request, "comments/no_report_file.html", context, status=503)
    response["Cache-Control"] = "no-store"
    if comes_later:
        response["Retry-After"] = str(RETRY_AFTER)
    return response
