"""An edition at its address, the edition in force, and the list of editions."""

from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import timezone

from policy import companions
from policy.models import Edition, EditionText
from policy.reading.languages import public_text, text_in_force
from policy.reading.links import page_addresses, page_keys
from policy.reading.notes import notes_of, withdrawals_of
from policy.reading.shape import chapters_of, read_content

from .addresses import edition_numbers
from .language import language_of


def edition_in_force(request, page):
    """Show the edition in force; before there is one, what there is; 404 when nothing is public."""
    text = text_in_force(page)
    return _read(request, page, text) if text else editions(request, page)


def edition(request, page, key):
    """Show one public edition at its own address; 404 for one that is not public or not there."""
    text = public_text(page, *edition_numbers(key))
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
    withdrawn = withdrawals_of(page.translation_key)
    rows = [
        {
            "edition": edition,
            "text": best[edition.pk],
            "url": page.edition_url(edition),
            "is_in_force": best[edition.pk].in_force_id == edition.pk,
            "withdrawn_at": withdrawn.get(edition.pk),
        }
        for edition in public
    ]
    return TemplateResponse(request, "policy/editions.html", {"page": page, "rows": rows})


def _read(request, page, text):
    edition = text.edition
    based_on = edition.based_on
    passages = read_content(text.content, page, companions.of_passages(text, page))
    keys = page_keys(entry["value"] for entry in text.content)
    notes = notes_of(edition, page.locale_id, page)
    is_withdrawn = any(note.is_withdrawal for note in notes)
    context = {
        "page": page,
        "edition": edition,
        "text": text,
        "title": text.title,
        "introduction": text.introduction,
        "chapters": chapters_of(passages),
        "addresses": page_addresses(keys, page.locale_id),
        "is_in_force": text.in_force_id == edition.pk,
        "is_coming": edition.is_adopted
        and not is_withdrawn
        and edition.in_force_from > timezone.localdate(),
        "is_withdrawn": is_withdrawn,
        "notes": notes,
        "based_on": based_on if based_on and based_on.is_public() else None,
        "companions": companions.of_edition(text, page),
        **language_of(text, page),
    }
    return TemplateResponse(request, "policy/edition.html", context)
