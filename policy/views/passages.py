"""A passage at its own address, with its life and the dialogue about it."""

from django.db.models import Exists, Subquery
from django.http import Http404
from django.template.response import TemplateResponse

from policy import companions
from policy.models import Edition, Wording
from policy.reading.links import page_addresses, page_keys
from policy.reading.notes import noted_wordings, notes_of_passage
from policy.reading.shape import read_wording
from policy.reading.texts import terms_of

from .language import language_of


def passage(request, page, code):
    """Show one passage as it reads now, its earlier wordings, and the dialogue about it.

    "Now" is the edition in force where the passage is in it, else the newest public edition that
    has it: a passage that was removed keeps its page.
    """
    life = _life(page, code)
    if not life:
        raise Http404
    in_force_id = life[-1].in_force_id
    current = next((w for w in life if w.edition_text.edition_id == in_force_id), life[-1])
    text = current.edition_text
    terms, explained = terms_of(text), set()
    read = read_wording(current, page)
    read.value = terms.mark(read.value, explained)
    noted = [wording for wording in life if wording.is_noted]
    context = {
        "page": page,
        "wording": current,
        "passage": read,
        "terms": terms.of(explained),
        "addresses": page_addresses(page_keys([current.value]), page.locale_id),
        "life": life,
        "is_in_force": text.edition_id == in_force_id,
        "notes": notes_of_passage(noted, page.locale_id, page),
        "companions": companions.of_edition(text, page),
        "thread": companions.of_thread(current, page, request),
        **language_of(text, page),
    }
    return TemplateResponse(request, "policy/passage.html", context)


def _life(page, code) -> list[Wording]:
    """Return the passage's public wordings, oldest first, one of each edition; one query."""
    in_force = Edition.objects.of(page.translation_key).newest_in_force_first().values("pk")[:1]
    wordings = (
        Wording.objects.public()
        .of_policy(page.translation_key)
        .filter(passage__code=code)
        .select_related("passage", "edition_text__edition", "edition_text__locale")
        .defer("edition_text__content")
        .annotate(in_force_id=Subquery(in_force), is_noted=Exists(noted_wordings()))
        .order_by("edition_text__edition__frozen_at", "edition_text__edition_id")
    )
    chosen = {}
    for wording in wordings:
        text = wording.edition_text
        if text.locale_id == page.locale_id or (
            text.is_authoritative and text.edition_id not in chosen
        ):
            chosen[text.edition_id] = wording
    return list(chosen.values())
