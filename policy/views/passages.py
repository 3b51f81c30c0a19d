"""A passage at its own address, with its life and the dialogue about it."""

from django.db.models import (
    BigIntegerField,
    CharField,
    DateTimeField,
    Exists,
    F,
    Q,
    Subquery,
    UUIDField,
    Window,
)
from django.db.models.functions import DenseRank
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone

from policy import companions
from policy.models import Edition, Wording
from policy.promises import promises_said
from policy.reading.life import life_of
from policy.reading.links import page_addresses, page_keys
from policy.reading.notes import noted_wordings, notes_above, notes_of_passage
from policy.reading.origins import counts_of_way, way_of
from policy.reading.prepared import prepared
from policy.reading.promises import statuses_beside
from policy.reading.relations import relations_of_passage
from policy.reading.shape import read_wording
from policy.reading.texts import terms_of

from .addresses import page_number
from .language import language_of

PER_PAGE = 20  # editions whose wordings are shown at once


def passage(request, page, code):
    """Show one passage as it reads now, its earlier wordings, and the dialogue about it.

    "Now" is the edition in force where the passage is in it, else the newest public edition that
    has it: a passage that was removed keeps its page.
    """
    number = page_number(request.GET.get("editions", "1"))
    current, wordings = _wordings(page, code, number)
    text, way = current.edition_text, way_of(current, page)
    terms, explained = terms_of(text), set()
    read = read_wording(current, page)
    read.value = terms.mark(read.value, explained)
    read.extra["promises"] = statuses_beside(current, page)
    noted = [wording for wording in wordings if wording.is_noted]
    notes = notes_of_passage(noted, page.locale_id, page)
    edition_ids = [wording.edition_text.edition_id for wording in wordings[:PER_PAGE]]
    context = {
        "page": page,
        "wording": current,
        "passage": read,
        "terms": terms.of(explained),
        "addresses": page_addresses(page_keys([current.value]), page.locale_id),
        "life": life_of(wordings, way.fates, way.origins, page, number=number, size=PER_PAGE),
        "is_in_force": text.edition_id == current.in_force_id,
        "notes": notes_above(notes, text.edition),
        "withdrawals": [note for note in notes if note.is_withdrawal],
        "companions": companions.of_edition(text, page),
        "thread": companions.of_thread(current, page, request, edition_ids),
        "relations": relations_of_passage(page, code),
        **language_of(text, page),
    }
    return TemplateResponse(request, "policy/passage.html", context)


def _wordings(page, code, number: int) -> tuple[Wording, list[Wording]]:
    """Return the wording to show now, and those of a page of editions, newest first; one query.

    The page has one more than is shown, to compare the last with. Raises Http404 for none.
    """
    first = (number - 1) * PER_PAGE
    values = {"policy": page.translation_key, "code": code, "locale": page.locale_id}
    values["at"] = timezone.now()
    # Of the later pages, which few ask for, each would be a query to keep.
    rows = _life.build(first, **values) if first else _life(first, **values)
    best = _one_of_each_edition(rows, page.locale_id)
    shown = [w for w in best if first < w.nth <= first + PER_PAGE + 1]
    if not shown:
        raise Http404
    is_current = (w for w in best if w.edition_text.edition_id == w.in_force_id)
    return next(is_current, best[0]), shown


@prepared(policy=UUIDField(), code=CharField(), locale=BigIntegerField(), at=DateTimeField())
def _life(first, policy, code, locale, at):
    """Return the wordings after the first ones, and those of the newest edition and the one in force."""
    in_force = Edition.objects.of(policy).newest_in_force_first(at).values("pk")[:1]
    newest_first = [
        F("edition_text__edition__frozen_at").desc(),
        F("edition_text__edition_id").desc(),
    ]
    return (
        Wording.objects.public(at)
        .of_policy(policy)
        .filter(passage__code=code)
        .filter(Q(edition_text__locale=locale) | Q(edition_text__is_authoritative=True))
        .select_related("passage", "edition_text__edition", "edition_text__locale")
        .defer("edition_text__content")
        .annotate(
            in_force_id=Subquery(in_force),
            is_noted=Exists(noted_wordings(at)),
            nth=Window(DenseRank(), order_by=newest_first),
            **counts_of_way(at),
            **promises_said("passage__policy", at),
        )
        .filter(
            Q(nth__gt=first, nth__lte=first + PER_PAGE + 1)
            | Q(nth=1)
            | Q(edition_text__edition=F("in_force_id"))
        )
        .order_by("nth")
    )


def _one_of_each_edition(wordings, locale_id) -> list[Wording]:
    """Return the reader's own language where an edition has it, else the authoritative wording."""
    best: dict[int, Wording] = {}
    for wording in wordings:
        text = wording.edition_text
        if text.edition_id not in best or text.locale_id == locale_id:
            best[text.edition_id] = wording
    return list(best.values())
