"""An order moves as the table of moves says and no other way, and each move is a row."""

import pytest
from django.utils.translation import override
from wagtail.models import Locale

from policy.errors import Refused
from tests.factories.home import make_english_home
from tests.factories.orders import make_order, make_ready, translate_all
from tests.factories.policy import make_adopted, make_page, make_user
from tests.factories.translation import make_english
from translation import orders
from translation.actions import freeze_translation
from translation.models import OrderMove, TranslationOrder, TranslationSetting
from translation.states import MOVES, OrderAction, OrderState

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def page():
    return make_page(principles=1)


@pytest.fixture
def anna():
    return make_user("anna")


@pytest.fixture
def bo():
    return make_user("bo")


def log_of(order):
    return list(order.moves.values_list("action", "from_state", "to_state"))


def refused(run, **values) -> str:
    with override("en"), pytest.raises(Refused) as caught:
        run(**values)
    return str(caught.value)


def test_the_table_alone_says_what_can_happen(page):
    order = make_order(page)
    for state in OrderState:
        for action in OrderAction:
            if (state, action) in MOVES:
                continue
            TranslationOrder.objects.filter(pk=order.pk).update(state=state)
            order.refresh_from_db()
            refused(orders.move, order=order, action=action, by=None, seen_version=order.version)
    assert OrderMove.objects.count() == 1


def test_an_order_is_not_sent_while_a_text_is_not_translated(page, anna):
    order = make_order(page)
    said = refused(orders.hand_in, order=order, by=anna, seen_version=order.version, left=1)
    assert said == "Not every text is translated yet."
    order.refresh_from_db()
    assert order.state == OrderState.ORDERED


def test_the_whole_way_is_in_the_log(page, anna, bo):
    order = make_order(page, by=bo)
    order = make_ready(order, anna)
    order = orders.send_back(order=order, by=bo, seen_version=order.version, note="Ret titlen.")
    order = orders.hand_in(order=order, by=anna, seen_version=order.version, left=0)
    order = orders.approve(order=order, by=bo, seen_version=order.version, left=0)
    assert log_of(order) == [
        ("order", "", "ordered"),
        ("begin", "ordered", "in_work"),
        ("hand_in", "in_work", "ready"),
        ("send_back", "ready", "in_work"),
        ("hand_in", "in_work", "ready"),
        ("approve", "ready", "approved"),
    ]
    assert order.translated_by == anna


def test_of_two_people_the_second_is_refused(page, anna, bo):
    order = make_ready(make_order(page), anna)
    seen = order.version
    stale = TranslationOrder.objects.get(pk=order.pk)
    orders.approve(order=order, by=bo, seen_version=seen, left=0)
    said = refused(orders.send_back, order=stale, by=anna, seen_version=seen, note="Nej.")
    assert said.startswith("Somebody else has moved the order")


def test_sending_back_takes_a_note(page, anna, bo):
    order = make_ready(make_order(page), anna)
    refused(orders.send_back, order=order, by=bo, seen_version=order.version, note=" ")


def test_where_two_are_wanted_the_translator_does_not_approve(page, anna, bo):
    TranslationSetting.objects.create(needs_second_person=True)
    order = make_ready(make_order(page), anna)
    said = refused(orders.approve, order=order, by=anna, seen_version=order.version, left=0)
    assert said.startswith("A second person")
    assert (
        orders.approve(order=order, by=bo, seen_version=order.version, left=0).state == "approved"
    )


def test_where_one_is_enough_the_translator_approves(page, anna):
    order = make_ready(make_order(page), anna)
    order = orders.approve(order=order, by=anna, seen_version=order.version, left=0)
    assert order.state == OrderState.APPROVED


def test_the_same_text_is_not_ordered_twice(page, anna):
    order = make_order(page)
    said = refused(orders.place_order, page=page, locale=order.locale, by=anna)
    assert said == "The working text is ordered in english already."
    orders.withdraw(order=order, by=anna, seen_version=order.version)
    assert orders.place_order(page=page, locale=order.locale, by=anna).pk != order.pk


def test_an_edition_that_can_be_read_in_a_language_is_not_ordered(page, anna):
    make_english_home()
    english = make_english(page)
    edition = make_adopted(page)
    freeze_translation(edition=edition, page=english)
    values = {"page": page, "locale": english.locale, "by": anna, "edition": edition}
    assert refused(orders.place_order, **values).endswith("can be read in english already.")


def test_nothing_is_ordered_in_danish_or_from_a_translation(page, anna):
    make_english_home()
    english = make_english(page)
    danish = Locale.objects.get(language_code="da")
    refused(orders.place_order, page=page, locale=danish, by=anna)
    refused(orders.place_order, page=english, locale=english.locale, by=anna)


def test_withdrawing_leaves_what_is_translated(page, anna):
    order = make_order(page)
    translate_all(order, anna)
    orders.withdraw(order=order, by=anna, seen_version=order.version)
    again = make_order(page)
    assert again.state == OrderState.ORDERED
    order = orders.hand_in(order=again, by=anna, seen_version=again.version, left=0)
    assert order.state == OrderState.READY
