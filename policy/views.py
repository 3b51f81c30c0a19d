"""The public views of a policy. They only read; `PolicyPage` routes to them."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone

from policy import companions
from policy.freezing import freeze_body
from policy.models import Edition, EditionText, Wording
from policy.reading.languages import text_for
from policy.reading.links import page_addresses, page_keys
from policy.reading.shape import ReadPassage, chapters_of, read_content


def edition_in_force(request, page):
    """Show the edition in force; before there is one, what there is; 404 when nothing is public."""
    edition = Edition.objects.in_force(page.translation_key)
    if edition is None:
        return editions(request, page)
    return _read(request, page, edition, is_in_force=True)


def edition(request, page, key):
    """Show one public edition at its own address; 404 for one that is not public or not there."""
    found = _public_edition(page, key)
    in_force = Edition.objects.in_force(page.translation_key)
    return _read(request, page, found, is_in_force=found == in_force)


def editions(request, page):
    """List the public editions, newest first, each with its note in the reader's language."""
    public = list(Edition.objects.of(page.translation_key).public().newest_first())
    if not public:
        raise Http404
    texts = EditionText.objects.filter(edition__in=public).select_related("locale", "edition")
    in_force = Edition.objects.in_force(page.translation_key)
    best = {}
    for text in texts.defer("content"):
        if text.locale_id == page.locale_id or text.edition_id not in best:
            best[text.edition_id] = text
    rows = [
        {
            "edition": edition,
            "text": best.get(edition.pk),
            "url": page.edition_url(edition),
            "is_in_force": edition == in_force,
        }
        for edition in public
    ]
    return TemplateResponse(request, "policy/editions.html", {"page": page, "rows": rows})


def passage(request, page, code):
    """Show one passage as it reads now, its earlier wordings, and the dialogue about it.

    "Now" is the edition in force where the passage is in it, else the newest public edition that
    has it: a passage that was removed keeps its page.
    """
    wordings = list(
        Wording.objects.public()
        .of_policy(page.translation_key)
        .filter(passage__code=code)
        .select_related("passage", "edition_text__edition", "edition_text__locale")
        .defer("edition_text__content")
        .order_by("edition_text__edition__frozen_at", "edition_text__edition_id")
    )
    life = _one_language_each(wordings, page.locale_id)
    if not life:
        raise Http404
    in_force = Edition.objects.in_force(page.translation_key)
    current = next((w for w in life if w.edition_text.edition == in_force), life[-1])
    text = EditionText.objects.select_related("edition", "locale").get(pk=current.edition_text_id)
    shown = _passages(text, page)[current.order]
    context = {
        "page": page,
        "wording": current,
        "passage": shown,
        "life": life,
        "is_in_force": text.edition == in_force,
        "companions": companions.of_edition(text, page),
        "thread": companions.of_thread(current, page, request),
        **_language(text, page),
    }
    return TemplateResponse(request, "policy/passage.html", context)


def preview(request, page):
    """Show a draft to its editor as an edition would show it. Never in search, API or feed."""
    blocks = freeze_body(page.body)
    passages = [ReadPassage(b.block_id[:8], b.kind, b.number, b.value) for b in blocks]
    keys = page_keys(block.value for block in blocks)
    context = {
        "page": page,
        "title": page.title,
        "introduction": page.introduction,
        "chapters": chapters_of(passages),
        "addresses": page_addresses(keys, page.locale),
        "is_preview": True,
        "text_language": page.locale.language_code,
    }
    return TemplateResponse(request, "policy/edition.html", context)


def _read(request, page, edition, *, is_in_force):
    text = text_for(edition, page.locale)
    if text is None:
        raise Http404
    based_on = edition.based_on
    context = {
        "page": page,
        "edition": edition,
        "text": text,
        "title": text.title,
        "introduction": text.introduction,
        "chapters": chapters_of(_passages(text, page)),
        "addresses": page_addresses(page_keys(e["value"] for e in text.content), page.locale),
        "is_in_force": is_in_force,
        "is_coming": edition.is_adopted and edition.in_force_from > timezone.localdate(),
        "based_on": based_on if based_on and based_on.is_public() else None,
        "companions": companions.of_edition(text, page),
        **_language(text, page),
    }
    return TemplateResponse(request, "policy/edition.html", context)


def _public_edition(page, key) -> Edition:
    number, _, draft = key.partition("-")
    if not (number.isascii() and number.isdecimal() and len(number) < 6):
        raise Http404
    if draft and not (draft.isascii() and draft.isdecimal() and len(draft) < 6):
        raise Http404
    found = (
        Edition.objects.of(page.translation_key)
        .public()
        .filter(number=number, draft_number=draft or None)
        .select_related("based_on")
        .first()
    )
    if found is None or found.key != key:
        raise Http404
    return found


def _passages(text, page) -> list[ReadPassage]:
    return read_content(text.content, page, companions.of_passages(text, page))


def _one_language_each(wordings, locale_id) -> list[Wording]:
    chosen = {}
    for wording in wordings:
        text = wording.edition_text
        if text.locale_id == locale_id or (text.is_authoritative and text.edition_id not in chosen):
            chosen[text.edition_id] = wording
    return list(chosen.values())


def _language(text, page) -> dict:
    return {
        "text_language": text.locale.language_code,
        "is_translation_missing": text.locale_id != page.locale_id,
    }
