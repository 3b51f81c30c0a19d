"""Those that say the same as the comment in hand, on its own page, and decided about by the same key.

Only what is shown there is ticked: identical ones, and similar ones with all that differs in them.
"""

from django.db.models import Exists, OuterRef

from comments.errors import Refused
from comments.models import Comment, ProposedRejection
from comments.permissions import user_can_moderate
from comments.reading.alike import family_of, originals_of
from comments.states import UNDECIDED, DecisionAction
from policy.comparing import Budget, diff_words

from .carrying_out import carry_out, safe_way
from .queue import flags

MOST = 20
CONTEXT = 3  # words that stand around a difference
ALONG = "along"  # of the boxes: "id:version"


def together_of(comment, original, step: str) -> dict:
    """Return what `comments/admin/together.html` shows: those that wait as well, at most `MOST`.

    Chosen beforehand are those with nothing to look out for and no file, and none for a rejection.
    """
    if original is None or comment.status not in UNDECIDED or step not in {"", "reject"}:
        return {"together": []}
    waiting = family_of(original).undecided().filter(audience=comment.audience)
    others = waiting.exclude(pk=comment.pk).order_by("received_at", "pk")
    proposed = ProposedRejection.objects.waiting().filter(comment=OuterRef("pk"))
    shown = others.annotate(is_proposed=Exists(proposed))
    found = list(shown.prefetch_related("texts", "findings", "attachments")[:MOST])
    budget, texts = Budget(), originals_of(found)
    rows = [_row(other, original, texts[other.pk], budget, step) for other in found]
    more = others.count() - len(rows)
    return {
        "together": rows,
        "together_more": more,
        "goes_along": any(r["is_chosen"] for r in rows),
    }


def _row(other, original, text, budget, step) -> dict:
    found = flags(other)
    has_files = bool(other.attachments.all())
    is_same = text.mark == original.mark
    return {
        "comment": other,
        "value": f"{other.pk}:{other.version}",
        "language": text.language,
        "flags": found,
        "has_files": has_files,
        "pieces": [] if is_same else differences(diff_words(original.text, text.text, budget)),
        "is_chosen": not (found or has_files or step),
    }


def differences(pieces) -> list[dict]:
    """Return {"op", "text"} of what differs, with a few words around it and "…" for the rest."""
    shown = []
    for place, piece in enumerate(pieces):
        text = piece.text
        if piece.op == "same":
            begins, ends = place == 0, place == len(pieces) - 1
            text = _shortened(text, keep_start=not begins, keep_end=not ends)
        shown.append({"op": piece.op, "text": text})
    return shown


def _shortened(text: str, *, keep_start: bool, keep_end: bool) -> str:
    words = text.split()
    if len(words) <= 2 * CONTEXT:
        return text
    start = " ".join(words[:CONTEXT]) if keep_start else ""
    end = " ".join(words[-CONTEXT:]) if keep_end else ""
    space = text[len(text.rstrip()) :]
    return f"{start} … {end}{space}".lstrip() if start else f"… {end}{space}"


def decide_along(posted: list[str], chosen: dict, user, at) -> tuple[list, list]:
    """Decide about those that are ticked as about the one in hand; each as it was shown, by its right.

    Returns the comments that were decided about, and (comment, why) of the others.
    """
    seen = dict(_ids(posted))
    comments = Comment.objects.filter(pk__in=seen).select_related("hearing").order_by("pk")
    done, left = [], []
    for comment in comments:
        if not user_can_moderate(user, comment.hearing):
            left.append((comment, ""))
            continue
        try:
            carry_out(comment, _same(comment, chosen, seen[comment.pk]), [], user, at)
        except Refused as refusal:
            left.append((comment, str(refusal)))
        else:
            done.append(comment)
    return done, left


def _same(comment, chosen, version: int) -> dict:
    """The same decision for another: what was found in it is left out there, too."""
    action = chosen["action"]
    if action not in {DecisionAction.REJECT, DecisionAction.NOTE}:
        action = safe_way(comment)
    return {**chosen, "action": action, "version": version, "text": "", "is_sure": False}


def _ids(posted):
    for value in posted[: 2 * MOST]:
        pk, _colon, version = value.partition(":")
        if all(part.isascii() and part.isdecimal() and len(part) < 19 for part in (pk, version)):
            yield int(pk), int(version)
