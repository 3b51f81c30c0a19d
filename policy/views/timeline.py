"""The list of a policy's editions, newest first."""

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db.models import Subquery
from django.http import Http404
from django.template.response import TemplateResponse

from policy import companions
from policy.models import Edition, EditionText
from policy.reading.notes import count_of_corrections, withdrawals_of
from policy.reading.timeline import Row, spans

PER_PAGE = 50


def editions(request, page):
    """List the public editions, newest first; 404 before there is one."""
    public = list(
        Edition.objects.of(page.translation_key)
        .public()
        .select_related("based_on")
        .annotate(
            withdrawn_at=Subquery(withdrawals_of("pk").values("made_at")[:1]),
            corrections=count_of_corrections(page.locale_id),
        )
        .newest_first()
    )
    if not public:
        raise Http404
    try:
        page_obj = Paginator(public, PER_PAGE).page(request.GET.get("page", "1"))
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404 from error
    context = {"page": page, "page_obj": page_obj, "rows": _rows(page, public, list(page_obj))}
    return TemplateResponse(request, "policy/editions.html", context)


def _rows(page, public: list[Edition], shown: list[Edition]) -> list[Row]:
    texts = _texts(page, shown)
    withdrawn = {edition.pk: edition.withdrawn_at for edition in public if edition.withdrawn_at}
    in_time = spans(public, withdrawn)
    adopted = {edition.number: edition for edition in public if edition.is_adopted}
    hearings = companions.of_editions(shown, page).get("hearing", {})
    rows = []
    for edition in shown:
        before = adopted.get(edition.number - 1)
        rows.append(
            Row(
                edition=edition,
                text=texts[edition.pk],
                url=page.edition_url(edition),
                is_in_force=texts[edition.pk].in_force_id == edition.pk,
                span=in_time.get(edition.pk),
                withdrawn_at=withdrawn.get(edition.pk),
                hearing=hearings.get(edition.pk),
                before=before,
                compare_url=page.comparison_url(before.key, edition.key) if before else "",
                pdf_url=page.file_url(edition, "pdf"),
            )
        )
    return rows


def _texts(page, editions) -> dict[int, EditionText]:
    """Return {edition id: its best text for the page's readers}. One query."""
    texts = EditionText.objects.for_readers_of(page.locale_id).filter(edition__in=editions)
    best: dict[int, EditionText] = {}
    for text in texts.defer("content", "terms"):
        best.setdefault(text.edition_id, text)
    return best
