"""One order at the desk: a text in hand, its Danish with what was changed, and the next one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from policy.errors import Refused
from translation.models import TranslationOrder
from translation.orders import begin, correct
from translation.permissions import user_can_translate

from .hand import Hand, hand_of
from .saving import save_words
from .screen import context_of
from .walk import Walk, walk_of


def order_view(request, order_id: int):
    """Show a text of the order (`?s=`), or save its translation and lead on to the next.

    403 for an order in another language than one's own, on GET and POST.
    """
    order = order_of(request, order_id)
    walk = walk_of(order, request.GET)
    hand = hand_of(walk, request)
    if hand.is_ready_to_save and _saved(request, order, hand):
        response = HttpResponseRedirect(walk.after(hand.piece))
        response.status_code = 303
        return response
    return _shown(request, order, walk, hand)


def order_of(request, order_id: int) -> TranslationOrder:
    """Return the order that an address names; 403 when it is in a language that is not the user's."""
    orders = TranslationOrder.objects.with_titles().select_related(
        "edition", "locale", "ordered_by", "translator", "translated_by"
    )
    order = get_object_or_404(orders, pk=order_id)
    if not user_can_translate(request.user, order):
        raise PermissionDenied
    return order


def _saved(request, order, hand: Hand) -> bool:
    try:
        with transaction.atomic():
            _note_it(request, order, hand)
            save_words(order=order, piece=hand.piece, data=hand.data, by=request.user)
    except Refused as refused:
        hand.faults.append(str(refused))
        return False
    messages.success(request, _("Saved: %(where)s.") % {"where": hand.piece.where})
    return True


def _note_it(request, order, hand: Hand) -> None:
    """Write in the order's log that it was begun, or which text its reader corrects."""
    there = hand.piece.translation
    if order.is_being_translated:
        begin(order=order, by=request.user)
    elif there is None or there.data != hand.data:
        correct(order=order, by=request.user, where=hand.piece.where)


def _shown(request, order, walk: Walk, hand: Hand) -> HttpResponse:
    context = context_of(request, order, walk, hand)
    return TemplateResponse(request, "translation/desk/order.html", context)
