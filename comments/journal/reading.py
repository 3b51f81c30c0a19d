"""What the database knows of a hearing and its comments, as plain values for JSON. Nothing is left out."""

from collections.abc import Iterator

from django.db.models import Prefetch
from django.urls import reverse

from comments.models import (
    Comment,
    CommentText,
    Decision,
    ErasureRequest,
    InternalNote,
    Outcome,
    Response,
)
from comments.reading.places import hearing_url
from policy.reading.relations import absolute

IN_BATCHES_OF = 200


def comments_of(hearing, comment=None) -> Iterator[Comment]:
    """Yield the hearing's comments by number, or that one alone, with all that belongs to them.

    A fixed number of queries for every `IN_BATCHES_OF`.
    """
    found = Comment.objects.filter(hearing=hearing)
    numbers = list(found.order_by("number").values_list("pk", flat=True))
    if comment is not None:
        numbers = [pk for pk in numbers if pk == comment.pk]
    for start in range(0, len(numbers), IN_BATCHES_OF):
        yield from loaded(numbers[start : start + IN_BATCHES_OF])


def loaded(numbers: list[int]) -> list[Comment]:
    """Return the comments of these ids with all that belongs to them, in a fixed number of queries."""
    return list(
        Comment.objects.filter(pk__in=numbers)
        .order_by("number")
        .select_related("hearing__edition", "sender", "passage", "wording", "entered_by")
        .prefetch_related(
            Prefetch("texts", CommentText.objects.order_by("pk")),
            Prefetch(
                "decisions",
                Decision.objects.select_related("by", "proposal__proposed_by").order_by("pk"),
            ),
            Prefetch("notes", InternalNote.objects.select_related("by").order_by("pk")),
            Prefetch("erasure_requests", ErasureRequest.objects.order_by("pk")),
            Prefetch(
                "outcome",
                Outcome.objects.select_related("response", "edition").prefetch_related(
                    "texts", "passages"
                ),
            ),
            "attachments",
        )
    )


def comment_values(comment) -> dict:
    """Return a comment from `comments_of`, without its files."""
    return {
        "number": comment.number,
        # Where everybody can read it; of what is not public there is no such place.
        "address": _address(comment) if comment.is_public else None,
        "received_at": comment.received_at.isoformat(),
        "source": comment.source,
        "entered_by": _name(comment.entered_by),
        "entered_at": _time(comment.entered_at),
        "status": comment.status,
        "version": comment.version,
        "audience": comment.audience,
        "author_kind": comment.author_kind,
        "stance": comment.stance,
        "language": comment.language,
        "passage": _passage(comment),
        "sender": _sender(comment),
        "texts": [
            {
                "role": text.role,
                "language": text.language,
                "text": text.text,
                "written_at": _time(text.created_at),
            }
            for text in comment.texts.all()
        ],
        **_handling(comment),
        "outcome": _outcome(comment),
    }


def _handling(comment) -> dict:
    """Return what was done with it: each step, what staff said to each other, what was asked."""
    return {
        "decisions": [
            {
                "at": _time(decision.at),
                "action": decision.action,
                "from": decision.from_status,
                "to": decision.to_status,
                "by": _name(decision.by),
                "proposed_by": _proposer(decision),
                "reason": decision.reason,
            }
            for decision in comment.decisions.all()
        ],
        "notes": [
            {"at": _time(note.at), "by": _name(note.by), "text": note.text}
            for note in comment.notes.all()
        ],
        "erasure_requests": [
            {
                "asked_at": _time(request.asked_at),
                "due_on": request.due_on.isoformat(),
                "state": request.state,
                "answer": request.answer,
            }
            for request in comment.erasure_requests.all()
        ],
    }


def hearing_values(hearing) -> dict:
    """Return the hearing itself: its text, its dates and what happened to them."""
    edition = hearing.edition
    return {
        "id": hearing.pk,
        "name": str(hearing.name),
        "kind": hearing.kind,
        "address": absolute(hearing_url(hearing)),
        "opens_at": _time(hearing.opens_at),
        "closes_at": _time(hearing.ends_at),
        "answers_due": _day(hearing.answers_due),
        "decision_planned_on": _day(hearing.decision_planned_on),
        "names": hearing.names,
        "edition": {
            "name": str(edition.name),
            "case_number": edition.case_number,
            "texts": [
                {"language": text.locale.language_code, "title": text.title, "sha256": text.sha256}
                for text in edition.texts.select_related("locale").order_by("pk")
            ],
        },
        "texts": list(
            hearing.texts.order_by("pk").values(
                "language", "purpose", "questions", "invited", "rules"
            )
        ),
        "deadlines": [
            {
                "kind": event.kind,
                "at": _time(event.made_at),
                "by": _name(event.made_by),
                "closed_before": _time(event.closes_before),
                "closes_after": _time(event.closes_after),
                "reasons": {text.language: text.reason for text in event.texts.all()},
            }
            for event in hearing.events.select_related("made_by").prefetch_related("texts")
        ],
    }


def answers_of(hearing, comment=None) -> Iterator[Response]:
    """Yield the hearing's published answers, or the one that the comment got."""
    found = Response.objects.public().filter(hearing=hearing).order_by("published_at", "pk")
    if comment is not None:
        found = found.filter(outcomes__comment=comment)
    yield from found.prefetch_related("texts", "outcomes__comment").select_related("published_by")


def answer_values(response) -> dict:
    """Return an answer with the numbers of the comments that it answers."""
    return {
        "id": response.pk,
        "signed_by": response.signed_by,
        "published_at": _time(response.published_at),
        "published_by": _name(response.published_by),
        "texts": {text.language: text.text for text in response.texts.all()},
        "comments": sorted(outcome.comment.number for outcome in response.outcomes.all()),
    }


def _address(comment) -> str:
    return absolute(reverse("comments:trace", args=[comment.hearing_id, comment.number]))


def _outcome(comment) -> dict | None:
    outcome = getattr(comment, "outcome", None)
    if outcome is None:
        return None
    return {
        "answer": outcome.response_id,
        "answer_status": outcome.response.status,
        "result": outcome.result,
        "reasons": {text.language: text.reason for text in outcome.texts.all()},
        "edition": str(outcome.edition.name) if outcome.edition else None,
        "passages": [passage.code for passage in outcome.passages.all()],
        "passed_on_to": outcome.passed_on_to,
        "decided_on": _day(outcome.decided_on),
        "follow_up_on": _day(outcome.follow_up_on),
    }


def _passage(comment) -> dict | None:
    wording = comment.wording
    if wording is None:
        return None
    return {
        "code": comment.passage.code,
        "label": str(wording.short_label),
        "heading": wording.heading,
        "text": wording.text,
        "sha256": wording.sha256,
    }


def _sender(comment) -> dict | None:
    """Return who sent it; None once it is erased."""
    sender = getattr(comment, "sender", None)
    if sender is None:
        return None
    return {
        "name": sender.name,
        "name_is_public": sender.name_is_public,
        "district": sender.district,
        "email": sender.email,
        "email_confirmed_at": _time(sender.email_confirmed_at),
    }


def _proposer(decision) -> str | None:
    """Return who wanted the rejection that somebody else confirmed."""
    proposal = getattr(decision, "proposal", None)
    return _name(proposal.proposed_by) if proposal else None


def _name(user) -> str | None:
    return str(user) if user else None


def _time(at) -> str | None:
    return at.isoformat() if at else None


def _day(day) -> str | None:
    return day.isoformat() if day else None
