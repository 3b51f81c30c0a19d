"""Translation orders for tests: placed and moved through the product's own actions."""

from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from accounts.models import User
from tests.factories.home import make_english_home
from tests.factories.policy import edit
from translation.desk.pieces import Piece, left_of, pieces_of
from translation.desk.saving import clean_words, save_words
from translation.models import TranslationOrder
from translation.orders import approve, begin, hand_in, place_order
from translation.preparing import prepare


def make_order(page, language="en", *, by=None, **fields) -> TranslationOrder:
    """Return an order whose text is laid out, as the worker does."""
    if language == "en":
        make_english_home()
    locale, _made = Locale.objects.get_or_create(language_code=language)
    order = place_order(page=page, locale=locale, by=by, **fields)
    prepare(order)
    order.refresh_from_db()
    return order


def translate(order, piece: Piece, text: str, by=None):
    """Save the translation of one text, as the desk does."""
    return save_words(order=order, piece=piece, data=clean_words(piece, text), by=by)


def translate_all(order, by=None, mark="EN") -> None:
    """Translate every text that is left: its Danish words behind a mark."""
    begin(order=order, by=by)
    for piece in pieces_of(order):
        if not piece.is_done:
            translate(order, piece, f"{mark} {piece.shown(piece.source)}", by)
    order.refresh_from_db()


def make_ready(order, by: User) -> TranslationOrder:
    """Translate an order and send it to be read through."""
    translate_all(order, by)
    return hand_in(order=order, by=by, seen_version=order.version, left=left_of(order))


def make_approved(order, *, translated_by: User, by: User) -> TranslationOrder:
    order = make_ready(order, translated_by)
    return approve(order=order, by=by, seen_version=order.version, left=left_of(order))


def change_danish(page, body) -> None:
    """Change the Danish page, mark it ready, and read its source anew as the task does."""
    edit(page, body=body)
    page.get_latest_revision().publish()
    page.refresh_from_db()
    TranslationSource.objects.get_for_instance(page).update_from_db()


def piece_at(order, end: str) -> Piece:
    """Return the first text whose path ends with a field's name."""
    return next(p for p in pieces_of(order) if p.segment.context.path.endswith(end))
