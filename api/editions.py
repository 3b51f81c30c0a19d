"""Editions, with what was said about them since they were frozen."""

from uuid import UUID

from django.db.models import OuterRef, Prefetch, Subquery
from django.http import Http404
from django.utils import timezone
from ninja import Query, Router

from policy.models import Edition, EditionNote, EditionNoteText, EditionText, NoteKind

from .asking import KeyInPath, Page
from .paging import page_of
from .places import api_url, open_policies, places_of
from .schemas import EditionOut, Editions, Problem

router = Router(tags=["editions"])
ERRORS = {404: Problem, 422: Problem}


@router.get("/policies/{policy}/editions", response={200: Editions, **ERRORS})
def editions(request, policy: UUID, asked: Query[Page]):
    """List a policy's public editions, newest first."""
    rows, about = page_of(request, _with_texts(open_editions().of(policy)).newest_first(), asked)
    if not rows:
        raise Http404
    return {**about, "items": _shown(rows)}


@router.get("/editions/{policy}/{key}", response={200: EditionOut, **ERRORS})
def edition(request, policy: UUID, key: KeyInPath):
    """Give one edition by its policy and its key."""
    return _shown([one_edition(policy, key, _with_texts(open_editions()))])[0]


def open_editions():
    """Editions that anybody may read, of policies that everybody may see."""
    return Edition.objects.public().filter(policy__in=open_policies())


def with_key(editions, key: str):
    """Narrow a queryset of editions to those with this key, which was checked before."""
    number, _hyphen, draft_number = key.partition("-")
    return editions.filter(number=number, draft_number=draft_number or None)


def one_edition(policy: UUID, key: str, editions=None) -> Edition:
    """Return a public edition; raise Http404 where there is none."""
    rows = open_editions() if editions is None else editions
    found = with_key(rows.of(policy), key).select_related("based_on").first()
    if found is None:
        raise Http404
    return found


def one_text(policy: UUID, key: str, language: str | None) -> EditionText:
    """Return an edition's public text in a language, or the authoritative one if none is asked for.

    Raises Http404 where there is none. Its content is only loaded when it is read.
    """
    number, _hyphen, draft_number = key.partition("-")
    found = (
        EditionText.objects.public()
        .filter(
            edition__policy=policy,
            edition__policy__in=open_policies(),
            edition__number=number,
            edition__draft_number=draft_number or None,
            **({"locale__language_code": language} if language else {"is_authoritative": True}),
        )
        .select_related("edition", "locale")
        .defer("content", "terms")
        .first()
    )
    if found is None:
        raise Http404
    return found


def public_key(edition) -> str | None:
    """Return the key of an edition that may be named; None for one that is not public, or None."""
    return edition.key if edition and edition.is_public() else None


def _with_texts(rows):
    in_force = Edition.objects.filter(policy=OuterRef("policy")).newest_in_force_first()
    texts = EditionText.objects.select_related("locale").defer("content", "terms")
    notes = EditionNote.objects.public().select_related("passage", "translation__locale")
    unread = ("translation__content", "translation__terms")
    note_texts = EditionNoteText.objects.select_related("locale").order_by("locale__language_code")
    return (
        rows.select_related("based_on")
        .annotate(in_force_id=Subquery(in_force.values("pk")[:1]))
        .prefetch_related(
            Prefetch("texts", texts.order_by("-is_authoritative", "locale__language_code")),
            Prefetch("notes", notes.defer(*unread).order_by("made_at", "pk")),
            Prefetch("notes__texts", note_texts),
        )
    )


def _shown(rows) -> list[dict]:
    places = places_of(row.policy_id for row in rows)
    return [_edition(row, places[row.policy_id]) for row in rows]


def status_of(edition) -> str:
    """Return where an edition is in its life; it needs `in_force_id` and its notes."""
    if any(note.kind == NoteKind.WITHDRAWAL for note in edition.notes.all()):
        return "withdrawn"
    if not edition.is_adopted:
        return "hearing"
    if edition.pk == edition.in_force_id:
        return "in_force"
    return "coming" if edition.in_force_from > timezone.localdate() else "superseded"


def _edition(edition, places) -> dict:
    at = (edition.policy_id, edition.key)
    plain = ("kind", "number", "draft_number", "case_number", "adopted_on", "in_force_from")
    return {
        **{name: getattr(edition, name) for name in (*plain, "public_from")},
        "policy": edition.policy_id,
        "key": edition.key,
        "status": status_of(edition),
        "based_on": public_key(edition.based_on),
        "texts": [_text(text, at) for text in edition.texts.all()],
        "notes": [_note(note) for note in edition.notes.all()],
        "pages": places.edition(edition.key),
        "url": api_url("edition", *at),
        "fates_url": api_url("fates", *at),
    }


def _text(text, at) -> dict:
    names = ("is_authoritative", "title", "introduction", "note", "adopted_by", "sha256")
    language = text.locale.language_code
    return {
        **{name: getattr(text, name) for name in (*names, "frozen_at")},
        "lang": language,
        "passages_url": f"{api_url('passages', *at)}?language={language}",
    }


def _note(note) -> dict:
    return {
        "kind": note.kind,
        "made_at": note.made_at,
        "passage": note.passage.code if note.passage else None,
        "translation": note.translation.locale.language_code if note.translation else None,
        "texts": [
            {
                "lang": text.locale.language_code,
                "text": text.text,
                "before": text.before,
                "after": text.after,
            }
            for text in note.texts.all()
        ],
    }
