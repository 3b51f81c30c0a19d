"""What the screen of an order shows."""

from django.utils.translation import gettext as _

from policy.comparing.words import diff_words
from translation.models import TranslationOrder
from translation.orders import must_be_another
from translation.permissions import (
    user_can_approve,
    user_can_publish_order,
    user_can_withdraw,
)
from translation.publishing import edition_to_join, target_page
from translation.scope import languages_of
from translation.states import WAY, OrderState

from .beside import beside
from .forms import publish_form
from .hand import Hand, may_write
from .lists import desk_screen, order_address, orders_of
from .pieces import PieceState
from .walk import Walk

WAITING = 5


def context_of(request, order: TranslationOrder, walk: Walk, hand: Hand) -> dict:
    """Return the context of `translation/desk/order.html`."""
    title = order.danish_title
    language = order.locale.get_display_name()
    return {
        **desk_screen(f"{language}: {title}"),
        "order": order,
        "title": title,
        "language": language,
        "walk": walk,
        "work": walk.work,
        "left": walk.left,
        "steps": _steps(order),
        "moves": order.moves.select_related("by"),
        "waiting": _waiting(request.user, order),
        "views": _views(walk),
        "hand": hand,
        **_of_piece(request, walk, hand),
        **_of_review(request, order),
    }


def _of_piece(request, walk: Walk, hand: Hand) -> dict:
    piece = hand.piece
    if piece is None:
        return {"piece": None}
    before = piece.before.source_text if piece.before else None
    now = piece.shown(piece.source)
    return {
        "piece": piece,
        "page_obj": walk.page(piece),
        "rows": [(row, walk.address(row)) for row in walk.page(piece)],
        "danish": diff_words(piece.shown(before), now) if before is not None else None,
        "danish_now": now,
        "old_words": piece.shown(piece.before.target_text) if piece.before else "",
        "their_words": piece.shown(piece.translation.data) if piece.translation else "",
        "here": walk.address(piece),
        "skip": walk.address(walk.next_to_do(piece) or walk.beside(piece, 1)),
        "back": walk.address(walk.beside(piece, -1)),
        "beside": beside(piece.segment, walk.order.locale, request.user),
    }


def _of_review(request, order) -> dict:
    """Return what the person may do with the whole order, and with what words."""
    user = request.user
    can = {
        "translate": order.is_being_translated and order.prepared_at is not None,
        "correct": order.state == OrderState.READY and may_write(order, user),
        "approve": order.state == OrderState.READY and user_can_approve(user, order),
        "send_back": order.state in (OrderState.READY, OrderState.APPROVED)
        and user_can_approve(user, order),
        "withdraw": order.is_open and user_can_withdraw(user, order),
        "publish": False,
    }
    found = {"can": can, "must_be_another": can["approve"] and must_be_another(order, user)}
    if order.state == OrderState.APPROVED:
        page = target_page(order)
        can["publish"] = user_can_publish_order(user, order, page)
        edition = edition_to_join(order) if can["publish"] else None
        found |= {"edition": edition, "publish_form": publish_form(edition)}
    return found


def _steps(order) -> list[dict]:
    at = WAY.index(order.state) if order.state in WAY else -1
    return [
        {"label": state.label, "is_done": i < at, "is_here": i == at} for i, state in enumerate(WAY)
    ]


def _waiting(user, order) -> list[dict]:
    """Return the most urgent orders that wait for a person in her languages."""
    orders = orders_of(user, languages_of(user))[:WAITING]
    return [
        {
            "order": row,
            "title": row.danish_title,
            "url": order_address(row),
            "is_here": row.pk == order.pk,
        }
        for row in orders
    ]


def _views(walk: Walk) -> list[dict]:
    """Return the filters of the list of texts, each with how many it has."""
    counts = dict.fromkeys(PieceState, 0)
    for piece in walk.pieces:
        counts[piece.state] += 1
    to_do = counts[PieceState.NEW] + counts[PieceState.CHANGED]
    shown = [
        ("", _("all"), len(walk.pieces)),
        ("todo", _("to do"), to_do),
        (PieceState.CHANGED.value, PieceState.CHANGED.label, counts[PieceState.CHANGED]),
        (PieceState.NEW.value, PieceState.NEW.label, counts[PieceState.NEW]),
    ]
    return [
        {"label": label, "n": n, "url": walk.address(show=show), "is_here": walk.show == show}
        for show, label, n in shown
    ]
