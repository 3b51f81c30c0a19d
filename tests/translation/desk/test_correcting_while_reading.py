"""Whoever reads a translation through can correct it there; the log says who corrected which text."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from tests.factories.accounts import make_staff
from tests.factories.orders import make_approved, make_order, make_ready, piece_at
from tests.factories.policy import chapter, make_page, principle
from translation.desk.hand import fingerprint
from translation.states import OrderAction, OrderState

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def anna():
    return make_staff("translator", "anna")


@pytest.fixture
def bo():
    return make_staff("translator", "bo")


@pytest.fixture
def order(anna):
    return make_ready(make_order(make_page(body=[chapter(), principle(1)])), anna)


def save(client, order, text: str, **more):
    piece = piece_at(order, "heading")
    seen = fingerprint(piece.translation.data)
    values = {"piece": piece.key, "text": text, "seen": seen, **more}
    return client.post(f"{reverse('translation_order', args=[order.pk])}?s={piece.key}", values)


def words(order) -> str:
    return piece_at(order, "heading").translation.data


def corrections(order) -> list:
    order.refresh_from_db()
    return list(order.moves.filter(action=OrderAction.CORRECT))


def test_whoever_handed_it_in_does_not_change_it_behind_the_reader(client, order, anna):
    before = words(order)
    client.force_login(anna)
    response = save(client, order, "Nye ord")
    assert response.status_code == 200
    assert "Nye ord" in response.text
    assert (words(order), corrections(order)) == (before, [])


@pytest.mark.parametrize("role", ["moderator", "facilitator"])
def test_who_may_not_approve_does_not_correct(client, order, role):
    before = words(order)
    client.force_login(make_staff(role))
    assert save(client, order, "Nye ord").status_code in {302, 403}
    assert (words(order), corrections(order)) == (before, [])


def test_what_is_approved_is_not_corrected(client, anna, bo):
    order = make_approved(make_order(make_page(body=[principle(1)])), translated_by=anna, by=bo)
    before = words(order)
    client.force_login(bo)
    save(client, order, "Nye ord")
    assert (words(order), corrections(order)) == (before, [])


def test_saving_the_same_words_is_no_correction(client, order, bo):
    client.force_login(bo)
    assert save(client, order, words(order)).status_code == 303
    assert corrections(order) == []


def test_the_second_person_corrects_and_the_log_says_who_and_what(client, order, bo):
    client.force_login(bo)
    address = reverse("translation_order", args=[order.pk])
    piece = piece_at(order, "heading")
    assert "Gem rettelsen" in client.get(f"{address}?s={piece.key}").text
    assert save(client, order, "We <answer> sooner").status_code == 303
    assert StringTranslation.objects.get(last_translated_by=bo).data == "We &lt;answer&gt; sooner"
    (move,) = corrections(order)
    assert (move.by, move.to_state) == (bo, OrderState.READY)
    assert move.note == "Principper: overskrift"
    page = client.get(address).text
    assert "rettet under gennemlæsningen (bo)" in page
    assert move.note in page


def test_the_reader_approves_what_she_corrected_and_nobody_what_she_did_not_see(client, order, bo):
    seen = order.version
    client.force_login(bo)
    save(client, order, "Better words")
    url = reverse("translation_move", args=[order.pk])
    client.post(url, {"do": "approve", "version": seen})
    order.refresh_from_db()
    assert order.state == OrderState.READY
    client.post(url, {"do": "approve", "version": order.version})
    order.refresh_from_db()
    assert order.state == OrderState.APPROVED
