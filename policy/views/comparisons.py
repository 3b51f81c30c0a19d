"""Two editions against each other, and the choice of them."""

from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from policy.comparing import compare_texts
from policy.models import Edition, EditionText
from policy.reading.notes import corrections_of

from .addresses import edition_numbers
from .language import language_of


def compare(request, page):
    """Let a reader choose two editions; lead to their comparison when two are asked for.

    An edition that is unknown or not public is a 404, and nothing of the request is shown again.
    """
    editions = list(Edition.objects.of(page.translation_key).public().newest_first())
    if not editions:
        raise Http404
    asked = [request.GET.get(name, "") for name in ("old", "new")]
    if any(asked):
        by_key = {edition.key: edition for edition in editions}
        if not all(key in by_key for key in asked):
            raise Http404
        if asked[0] != asked[1]:
            old, new = sorted((by_key[key] for key in asked), key=_age)
            return redirect(page.comparison_url(old.key, new.key))
    context = {
        "page": page,
        "editions": editions,
        "is_same": any(asked),
        **dict(zip(("new", "old"), [e.key for e in editions[:2]], strict=False)),
    }
    return TemplateResponse(request, "policy/compare.html", context)


def comparison(request, page, old, new):
    """Show what changed from one public edition to a later one; 404 when either is not there.

    An address that names the later one first leads to the one that doesn't.
    """
    if old == new:
        raise Http404
    texts = _texts(page, old, new)
    before, after = texts[old], texts[new]
    if _age(before.edition) > _age(after.edition):
        return redirect(page.comparison_url(new, old), permanent=True)
    compared = compare_texts(before, after, page=page)
    context = {
        "page": page,
        "comparison": compared,
        "is_authoritative": after.is_authoritative,
        "notes": corrections_of([before, after], page),
        "bars": _bars(compared.counts, compared.summary.words),
        **language_of(after, page),
    }
    return TemplateResponse(request, "policy/comparison.html", context)


def _age(edition):
    return edition.frozen_at, edition.pk


def _texts(page, *keys) -> dict[str, EditionText]:
    """Return {key: text}, all in the reader's language or else all in the authoritative one."""
    wanted = Q()
    for key in keys:
        number, draft_number = edition_numbers(key)
        wanted |= Q(edition__number=number, edition__draft_number=draft_number)
    found = (
        EditionText.objects.public()
        .readable_in(page.locale_id)
        .filter(wanted, edition__policy=page.translation_key)
    )
    own = {text.edition.key: text for text in found if text.locale_id == page.locale_id}
    authoritative = {text.edition.key: text for text in found if text.is_authoritative}
    if authoritative.keys() != set(keys):
        raise Http404
    return own if own.keys() == authoritative.keys() else authoritative


WIDTH = 600  # of the bar, in its own units
GAP = 3


def _bars(counts: dict[str, int], words: dict[str, str]) -> list[dict]:
    """Return the parts of the bar: {"kind", "words", "x", "width"}, the unchanged ones first."""
    kinds = ["unchanged", *(kind for kind in counts if kind != "unchanged")]
    shown = [kind for kind in kinds if counts[kind]]
    total, room = sum(counts.values()), WIDTH - GAP * (len(shown) - 1)
    bars, x = [], 0.0
    for kind in shown:
        width = room * counts[kind] / total
        bars.append({"kind": kind, "words": words[kind], "x": f"{x:.1f}", "width": f"{width:.1f}"})
        x += width + GAP
    return bars
