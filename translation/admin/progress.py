"""The report: how far a language is, for each page and snippet that is translated; also as XLSX."""

from dataclasses import dataclass, replace
from io import BytesIO

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource

from translation.permissions import user_can_follow_translations
from translation.progress import Work, work_of

from .bars import Bar, bars_of

SOURCES_A_PAGE = 50
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Row:
    """One page or snippet in the chosen language. `url` is where it is translated, or empty."""

    source: TranslationSource
    work: Work
    url: str


def progress_view(request):
    """Show how far a language is (`?language=`, else the first), what is behind in its words."""
    bars = _asked(request)
    chosen = _chosen(bars)
    context = {
        "header_title": _("Progress of translations"),
        "header_icon": "globe",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Progress of translations")},
        ],
        "bars": bars,
        "chosen": chosen,
        "rows": [],
    }
    if chosen:
        page = Paginator(_sources(), SOURCES_A_PAGE).get_page(request.GET.get("p"))
        context |= {"page_obj": page, "rows": _rows(page.object_list, chosen)}
    return TemplateResponse(request, "translation/admin/progress.html", context)


def progress_file(request):
    """Answer with the whole report of a language as a spreadsheet."""
    bars = _asked(request)
    chosen = _chosen(bars)
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Translations"))
    sheet.append(
        [
            *(_("What"), _("Kind"), _("State"), _("Words"), _("Up to date")),
            *(_("Changed"), _("New"), _("Danish text read on")),
        ]
    )
    if chosen:
        pages = Paginator(_sources(), SOURCES_A_PAGE)
        for number in pages.page_range:
            for row in _rows(pages.page(number).object_list, chosen):
                sheet.append(_cells(sheet, row))
    _add_languages(book, bars)
    file = BytesIO()
    book.save(file)
    file.seek(0)
    code = chosen.language_code if chosen else ""
    name = f"translations-{code}.xlsx"
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def _add_languages(book, bars) -> None:
    """Add a sheet with a row for each language: its texts, and its words by how they stand."""
    sheet = book.create_sheet(_("Languages"))
    sheet.append(
        [
            *(_("Language"), _("Texts"), _("Translated")),
            *(_("Words up to date"), _("Words changed"), _("Words new")),
        ]
    )
    for bar in bars:
        name = _words(sheet, str(bar.locale.get_display_name()))
        sheet.append([name, bar.total, bar.done, *_word_counts(bar)])


def _word_counts(bar: Bar) -> tuple[int, int, int]:
    return bar.current_words, bar.stale_words, bar.missing_words


def _asked(request) -> list[Bar]:
    """Return a bar for each language that is translated into; the one that is asked for is chosen.

    Raises PermissionDenied for people who have nothing to do with translations.
    """
    if not user_can_follow_translations(request.user):
        raise PermissionDenied
    locales = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)
    bars = bars_of(locales.order_by("language_code"), request.GET.get("language", ""))
    if bars and not any(bar.is_chosen for bar in bars):
        bars[0] = replace(bars[0], is_chosen=True)
    return bars


def _chosen(bars: list[Bar]) -> Locale | None:
    return next((bar.locale for bar in bars if bar.is_chosen), None)


def _sources():
    return (
        TranslationSource.objects.filter(locale__language_code=settings.LANGUAGE_CODE)
        .select_related("specific_content_type")
        .defer("content_json")
        .order_by("object_repr", "pk")
    )


def _rows(sources, locale) -> list[Row]:
    sources = list(sources)
    begun = Translation.objects.filter(source__in=sources, target_locale=locale, enabled=True)
    begun = dict(begun.values_list("source_id", "pk"))
    work = work_of(sources, [locale.pk])
    return [
        Row(source, work[source.pk, locale.pk], _address(begun.get(source.pk)))
        for source in sources
    ]


def _address(translation_id: int | None) -> str:
    return reverse("translation_work", args=[translation_id]) if translation_id else ""


def _cells(sheet, row: Row) -> list:
    work = row.work
    return [
        _words(sheet, row.source.object_repr),
        _words(sheet, str(row.source.specific_content_type.name)),
        _words(sheet, str(work.state.label)),
        *(work.total, work.unchanged, work.changed, work.new),
        row.source.last_updated_at.date(),
    ]


def _words(sheet, text: str) -> WriteOnlyCell:
    """Return a cell of text that no spreadsheet program takes for a formula."""
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    return cell
