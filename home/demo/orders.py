"""The demo's translation orders: one that came to its end, and one that waits to be read through."""

import datetime

from django.utils import timezone

from translation.desk.pieces import left_of
from translation.models import TranslationOrder
from translation.orders import approve, begin, hand_in, place_order
from translation.preparing import prepare
from translation.publishing import publish

from .places import locale
from .policy import policy_page
from .staff import member
from .texts import TRANSLATION

DUE_IN = datetime.timedelta(days=5)


def are_there() -> bool:
    return TranslationOrder.objects.exists()


def make_orders() -> None:
    """Order the working text in English twice: the first is published, the second handed in."""
    done = _handed_in()
    editor = member("redaktoer")
    done = approve(order=done, by=editor, seen_version=done.version, left=left_of(done))
    publish(order=done, by=editor, seen_version=done.version)
    _handed_in(
        deadline=timezone.localdate() + DUE_IN, note="Læs især principperne. Høringen er i gang."
    )


def _handed_in(**fields) -> TranslationOrder:
    """Return an order of what is translated already, sent to be read through."""
    page, translator = policy_page(), member("oversaetter")
    order = place_order(
        page=page,
        locale=locale(TRANSLATION),
        by=member("redaktoer"),
        translator=translator,
        **fields,
    )
    prepare(order)
    order.refresh_from_db()
    begin(order=order, by=translator)
    return hand_in(order=order, by=translator, seen_version=order.version, left=left_of(order))
