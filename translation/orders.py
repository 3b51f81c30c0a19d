"""Order a translation, and move an order from state to state: the only ways that either is done."""

import datetime
from functools import partial

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from policy.errors import Refused
from policy.models import Edition, Policy, PolicyPage
from policy.source import is_source_page

from .frozen import is_source
from .models import OrderMove, TranslationOrder, TranslationSetting
from .signals import order_moved
from .states import MOVES, OrderAction, OrderState
from .tasks import prepare_order


def place_order(
    *,
    page: PolicyPage,
    locale,
    by,
    edition: Edition | None = None,
    deadline: datetime.date | None = None,
    note: str = "",
    translator=None,
) -> TranslationOrder:
    """Order an edition, or without one the page's working text, in a language; return the order.

    Its text is laid out by the worker. Raises `Refused` when it is ordered already, when the edition
    has a text in that language, or when the working text was never marked ready for translation.
    """
    _check_order(page, locale, edition)
    try:
        with transaction.atomic():
            policy, _made = Policy.objects.get_or_create(id=page.translation_key)
            order = TranslationOrder.objects.create(
                policy=policy,
                edition=edition,
                locale=locale,
                deadline=deadline,
                note=note.strip(),
                ordered_by=by,
                translator=translator,
            )
            _write_move(order, OrderAction.ORDER, "", by, order.note)
            transaction.on_commit(partial(prepare_order.enqueue, order.pk))
    except IntegrityError as error:
        raise Refused(
            _("%(what)s is ordered in %(language)s already.") % _names(page, locale, edition)
        ) from error
    return order


def move(
    *, order: TranslationOrder, action: OrderAction, by, seen_version: int, note: str = "", **fields
) -> TranslationOrder:
    """Move an order on as the table of moves says, with a row in its log; return it as it is now.

    `fields` are set with it. Raises `Refused` when the table has no such move, or when somebody has
    moved it since `seen_version` was looked at.
    """
    to = MOVES.get((OrderState(order.state), action))
    if to is None:
        raise Refused(_("That can’t be done with the order as it stands now."))
    with transaction.atomic():
        before = order.state
        there = TranslationOrder.objects.filter(pk=order.pk, version=seen_version, state=before)
        if not there.update(state=to, version=seen_version + 1, **fields):
            raise Refused(
                _("Somebody else has moved the order meanwhile. Look at it, and choose again.")
            )
        order.refresh_from_db()
        _write_move(order, action, before, by, note)
    return order


def hand_in(*, order, by, seen_version: int, left: int) -> TranslationOrder:
    """Send an order to be read through. `left` is how many texts are not translated: none may be."""
    if left or order.prepared_at is None:
        raise Refused(_("Not every text is translated yet."))
    return move(
        order=order,
        action=OrderAction.HAND_IN,
        by=by,
        seen_version=seen_version,
        translated_by=by,
    )


def send_back(*, order, by, seen_version: int, note: str) -> TranslationOrder:
    """Give an order back to the translator, who is told why."""
    if not note.strip():
        raise Refused(_("Write what is to be changed."))
    return move(
        order=order,
        action=OrderAction.SEND_BACK,
        by=by,
        seen_version=seen_version,
        note=note.strip(),
    )


def approve(*, order, by, seen_version: int, left: int) -> TranslationOrder:
    """Approve what was read. Refused while a text is not translated, and to whoever translated it
    where a second person must read it.
    """
    if left:
        raise Refused(_("The Danish was changed meanwhile: not every text is translated any more."))
    if must_be_another(order, by):
        raise Refused(_("A second person must read it. You translated it yourself."))
    return move(order=order, action=OrderAction.APPROVE, by=by, seen_version=seen_version)


def withdraw(*, order, by, seen_version: int, note: str = "") -> TranslationOrder:
    """Take an order back. What is translated stays."""
    return move(
        order=order,
        action=OrderAction.WITHDRAW,
        by=by,
        seen_version=seen_version,
        note=note.strip(),
    )


def begin(*, order, by) -> None:
    """Note that somebody has begun, the first time that a text is saved. Nothing when it is begun."""
    if order.state == OrderState.ORDERED:
        move(order=order, action=OrderAction.BEGIN, by=by, seen_version=order.version)


def correct(*, order, by, where: str) -> TranslationOrder:
    """Note that whoever reads an order through has corrected a text; `where` says which.

    The order is another one by that: nobody approves it who has not seen the correction.
    """
    return move(
        order=order, action=OrderAction.CORRECT, by=by, seen_version=order.version, note=where
    )


def must_be_another(order, user) -> bool:
    """Say whether the site wants a second person, and this one is the first."""
    return order.translated_by_id == user.pk and TranslationSetting.load().needs_second_person


def _write_move(order, action, before, by, note) -> None:
    row = OrderMove.objects.create(
        order=order, action=action, from_state=before, to_state=order.state, by=by, note=note
    )
    order_moved.send(sender=TranslationOrder, order=order, move=row)


def _check_order(page, locale, edition) -> None:
    if not is_source_page(page) or is_source(locale):
        raise Refused(_("Translations are made from the Danish page, into other languages."))
    if edition is None:
        if not page.live:
            raise Refused(_("Mark the page ready for translation first."))
    elif edition.policy_id != page.translation_key:
        raise Refused(_("The page is not that of the edition."))
    elif edition.texts.filter(locale=locale).exists():
        said = _("%(what)s can be read in %(language)s already.")
        raise Refused(said % _names(page, locale, edition))


def _names(page, locale, edition) -> dict:
    what = str(edition.name).capitalize() if edition else _("The working text")
    return {"what": what, "language": locale.get_display_name().lower()}
