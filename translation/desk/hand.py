"""The text in hand: what stands in its field, and what keeps it from being saved."""

import hashlib
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from translation.permissions import user_can_correct
from translation.states import OrderState

from .checks import warnings_of
from .pieces import Piece
from .saving import clean_words
from .walk import Walk


@dataclass
class Hand:
    """What a person has before her. `text` is never thrown away: it comes back with what is wrong."""

    piece: Piece | None
    text: str = ""
    data: str = ""
    faults: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    is_ready_to_save: bool = False

    @property
    def seen(self) -> str:
        """What the field was shown beside: posted back, so that nobody overwrites what she did not see."""
        there = self.piece.translation if self.piece else None
        return fingerprint(there.data if there else "")

    @property
    def passed(self) -> str:
        """The words that were warned of: saved as they stand the second time."""
        return fingerprint(self.text) if self.warnings else ""


def fingerprint(words: str) -> str:
    """Return a short mark of some words."""
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:20]


def hand_of(walk: Walk, request) -> Hand:
    """Return the text in hand: as it stands, or as it was written in the form that is posted."""
    if request.method != "POST":
        return Hand(piece=walk.chosen, text=_first_words(walk.chosen))
    piece = _posted_piece(walk, request.POST.get("piece", ""))
    hand = Hand(piece=piece or walk.chosen, text=request.POST.get("text", ""))
    if hand.piece is None:
        hand.faults.append(_("The order has no texts any more."))
    elif piece is None:
        hand.faults.append(
            _("The Danish was changed while you wrote. Nothing is saved. Your words stand below.")
        )
    elif not may_write(walk.order, request.user):
        hand.faults.append(_("The order is not being translated now. Your words are not saved."))
    else:
        _check(hand, walk, request.POST)
    return hand


def may_write(order, user) -> bool:
    """Say whether a person may save texts: while it is translated, or as its second reader."""
    if order.is_being_translated:
        return True
    return order.state == OrderState.READY and user_can_correct(user, order)


def _first_words(piece: Piece | None) -> str:
    """Return what a field begins with: the translation, or that of the words that were there before."""
    if piece is None:
        return ""
    if piece.translation:
        return piece.shown(piece.translation.data)
    return piece.shown(piece.before.target_text) if piece.before else ""


def _posted_piece(walk: Walk, key: str) -> Piece | None:
    """Return the text that was written about, or None when its Danish is another one now."""
    for piece in walk.pieces:
        if piece.key == key:
            return piece
    context = key.partition("-")[0]
    here = [p for p in walk.pieces if str(p.segment.context_id) == context]
    if here:  # the same place: its new Danish stands beside the words
        walk.wanted = next((p for p in here if not p.is_done), here[0]).key
    return None


def _check(hand: Hand, walk: Walk, posted) -> None:
    if posted.get("seen", "") != hand.seen:
        hand.faults.append(
            _(
                "Somebody else has saved another translation meanwhile. Read it before you save yours."
            )
        )
        return
    try:
        hand.data = clean_words(hand.piece, hand.text)
    except ValidationError as error:
        hand.faults.extend(error.messages)
        return
    source = hand.piece.shown(hand.piece.source)
    warnings = warnings_of(source, hand.text, walk.order.locale)
    if warnings and posted.get("passed", "") != fingerprint(hand.text):
        hand.warnings = warnings
        return
    hand.is_ready_to_save = True
