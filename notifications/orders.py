"""What happened to a translation order becomes mails to those who are next, in the same transaction."""

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from accounts.models import User
from translation.models import TranslationOrder
from translation.permissions import translators_of
from translation.signals import order_moved
from translation.states import OrderAction

from . import outbox
from .keys import MailKey
from .senders import day_in_words
from .staff import language_of

KINDS = {
    OrderAction.ORDER: MailKey.TRANSLATION_ORDERED,
    OrderAction.HAND_IN: MailKey.TRANSLATION_READY,
    OrderAction.SEND_BACK: MailKey.TRANSLATION_BACK,
    OrderAction.APPROVE: MailKey.TRANSLATION_APPROVED,
}


def connect() -> None:
    """Connect once, from `ready()`."""
    order_moved.connect(tell_of_move, dispatch_uid="notifications.translation_orders")


def tell_of_move(order, move, **kwargs) -> None:
    """Tell those who are next. Nobody is told what she did herself; beginning and ending tell nobody."""
    kind = KINDS.get(move.action)
    if kind is None:
        return
    people = [p for p in _people(order, move) if p and p.pk != move.by_id and p.email]
    drafts = [
        draft(order, person, f"translation_move:{move.pk}:{person.pk}", note=move.note, by=move.by)
        for person in people
        if person.is_active
    ]
    outbox.write(kind, drafts)


def draft(order, person, cause: str, *, note: str = "", by=None) -> outbox.Draft:
    """Return a mail to a member of staff about an order, in her own language."""
    language = language_of(person)
    with translation.override(language):
        values = {
            "what": order.text_name,
            "policy": _title_of(order),
            "in_language": order.locale.get_display_name().lower(),
            "deadline": day_in_words(order.deadline) if order.deadline else "",
            "note": note,
            "who": str(by) if by else "",
            "order_url": settings.BASE_URL + reverse("translation_order", args=[order.pk]),
        }
    return outbox.Draft(cause, person.email, language, values)


def responsible_for(order) -> list[User]:
    """Return the translator of an order, or where none is named those who translate into its language."""
    if order.translator:
        return [order.translator]
    return list(translators_of(order.locale_id).select_related("wagtail_userprofile"))


def _title_of(order) -> str:
    return TranslationOrder.objects.with_titles().get(pk=order.pk).danish_title


def _people(order, move) -> list[User]:
    """Return who is next after a move, each once."""
    if move.action == OrderAction.ORDER:
        found = responsible_for(order)
    elif move.action == OrderAction.SEND_BACK:
        found = [order.translated_by] if order.translated_by else responsible_for(order)
    elif move.action == OrderAction.HAND_IN:
        found = [order.ordered_by]
        if not order.ordered_by or order.ordered_by_id == move.by_id:
            found = list(translators_of(order.locale_id))
    else:
        found = [order.ordered_by, order.translated_by]
    return list({person.pk: person for person in found if person}.values())
