"""The public views of a policy. They only read; `PolicyPage` routes to them."""

from django.db.models import Subquery
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone

from policy import companions
from policy.freezing import freeze_body
from policy.models import Edition, EditionText, Wording
from policy.reading.links import page_addresses, page_keys
from policy.reading.shape import ReadPassage, chapters_of, read_content, read_wording


def edition_in_force(request, page):
    """Show the edition in force; before there is one, what there is; 404 when nothing is public."""
    in_force = Edition.objects.of(page.translation_key).newest_in_force_first()
    text = (
        EditionText.objects.for_readers_of(page.locale_id)
        .filter(edition=Subquery(in_force.values("pk")[:1]))
        .first()
    )
    return _read(request, page, text) if text else editions(request, page)


def edition(request, page, key):
    """Show one public edition at its own address; 404 for one that is not public or not there."""
    number, draft_number = _numbers(key)
    text = (
        EditionText.objects.public()
        .for_readers_of(page.locale_id)
        .filter(
            edition__policy=page.translation_key,
            edition__number=number,
            edition__draft_number=draft_number,
        )
        .first()
    )
    if text is None or text.edition.key != key:
        raise Http404
    return _read(request, page, text)


def editions(request, page):
    """List the public editions, newest first, each with its note in the reader's language."""
    public = list(Edition.objects.of(page.translation_key).public().newest_first())
    if not public:
        raise Http404
    texts = EditionText.objects.for_readers_of(page.locale_id).filter(edition__in=public)
    best = {}
    for text in texts.defer("content"):
        best.setdefault(text.edition_id, text)
    rows = [
        {
            "edition": edition,
            "text": best[edition.pk],
            "url": page.edition_url(edition),
            "is_in_force": best[edition.pk].in_force_id == edition.pk,
        }
        for edition in public
    ]
    return TemplateResponse(request, "policy/editions.html", {"page": page, "rows": rows})


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
    context = {
        "page": page,
        "wording": current,
        "passage": read_wording(current, page),
        "addresses": page_addresses(page_keys([current.value]), page.locale_id),
        "life": life,
        "is_in_force": text.edition_id == in_force_id,
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
        "addresses": page_addresses(keys, page.locale_id),
        "is_preview": True,
        "text_language": page.locale.language_code,
    }
    return TemplateResponse(request, "policy/edition.html", context)


def _read(request, page, text):
    edition = text.edition
    based_on = edition.based_on
    passages = read_content(text.content, page, companions.of_passages(text, page))
    keys = page_keys(entry["value"] for entry in text.content)
    context = {
        "page": page,
        "edition": edition,
        "text": text,
        "title": text.title,
        "introduction": text.introduction,
        "chapters": chapters_of(passages),
        "addresses": page_addresses(keys, page.locale_id),
        "is_in_force": text.in_force_id == edition.pk,
        "is_coming": edition.is_adopted and edition.in_force_from > timezone.localdate(),
        "based_on": based_on if based_on and based_on.is_public() else None,
        "companions": companions.of_edition(text, page),
        **_language(text, page),
    }
    return TemplateResponse(request, "policy/edition.html", context)


def _numbers(key: str) -> tuple[int, int | None]:
    """Return (number, draft number) of an edition's key; raise Http404 for what is none."""
    parts = key.split("-")
    if len(parts) > 2 or not all(p.isascii() and p.isdecimal() and len(p) < 6 for p in parts):
        raise Http404
    return int(parts[0]), int(parts[1]) if len(parts) == 2 else None


def _life(page, code) -> list[Wording]:
    """Return the passage's public wordings, oldest first, one of each edition; one query."""
    in_force = Edition.objects.of(page.translation_key).newest_in_force_first().values("pk")[:1]
    wordings = (
        Wording.objects.public()
        .of_policy(page.translation_key)
        .filter(passage__code=code)
        .select_related("passage", "edition_text__edition", "edition_text__locale")
        .defer("edition_text__content")
        .annotate(in_force_id=Subquery(in_force))
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


def _language(text, page) -> dict:
    return {
        "text_language": text.locale.language_code,
        "is_translation_missing": text.locale_id != page.locale_id,
    }
