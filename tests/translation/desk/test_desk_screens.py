"""At the desk nothing that was written is lost, and nothing is saved over what was not seen."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from tests.factories.accounts import make_staff
from tests.factories.orders import change_danish, make_order, make_ready, piece_at, translate
from tests.factories.policy import chapter, make_page, principle
from translation.desk import checks
from translation.desk.hand import fingerprint
from translation.desk.pieces import pieces_of
from translation.models import TranslationOrder

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BODY = [
    chapter(),
    principle(1, statement='<p>Vi <b>svarer</b> på <a href="https://x.dk/">alt</a>.</p>'),
]


@pytest.fixture
def page():
    return make_page(body=BODY)


@pytest.fixture
def translator():
    return make_staff("translator")


@pytest.fixture
def order(page):
    return make_order(page)


@pytest.fixture
def desk(client, order, translator):
    """Return what posts words for a text of the order."""
    client.force_login(translator)

    def post(piece, text, **more):
        there = piece.translation.data if piece.translation else ""
        values = {"piece": piece.key, "text": text, "seen": fingerprint(there), **more}
        return client.post(f"{address(order)}?s={piece.key}", values)

    return post


def address(order):
    return reverse("translation_order", args=[order.pk])


def saved(order, piece):
    rows = StringTranslation.objects.filter(
        context=piece.segment.context, translation_of=piece.segment.string, locale=order.locale
    )
    return rows.values_list("data", flat=True).first()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "We <script>answer</script>",
        '<a id="a9">all</a>',
        '<a href="https://evil.example">x</a>',
        "We answer\x00",
        "x" * 20_001,
    ],
)
def test_what_can_not_stand_there_is_not_saved_and_comes_back(desk, order, text):
    piece = piece_at(order, "statement")
    response = desk(piece, text)
    assert response.status_code == 200
    assert saved(order, piece) is None
    assert 'role="alert"' in response.text
    if text.startswith("<a id"):
        assert "&lt;a id=&quot;a9&quot;&gt;all&lt;/a&gt;</textarea>" in response.text


def test_a_translation_is_saved_and_the_next_text_comes(desk, order, translator):
    piece = piece_at(order, "statement")
    response = desk(piece, 'We <b>answer</b> <a id="a1">all</a>.')
    assert response.status_code == 303
    assert saved(order, piece) == 'We <b>answer</b> <a id="a1">all</a>.'
    assert piece.key not in response.url
    row = StringTranslation.objects.get(data__startswith="We ")
    assert (row.last_translated_by, row.translation_type, row.has_error) == (
        translator,
        "manual",
        False,
    )
    order.refresh_from_db()
    assert order.state == "in_work"


def test_plain_words_are_written_and_shown_as_they_are(desk, client, order):
    piece = piece_at(order, "title")
    desk(piece, "Words & <tags>")
    assert saved(order, piece) == "Words &amp; &lt;tags&gt;"
    page = client.get(f"{address(order)}?s={piece.key}").text
    assert "Words &amp; &lt;tags&gt;</textarea>" in page


def test_what_somebody_else_saved_meanwhile_is_not_written_over(desk, order):
    piece = piece_at(order, "statement")
    translate(order, piece, "Theirs")
    response = desk(piece, "Mine")  # the field was shown before theirs was there
    assert saved(order, piece) == "Theirs"
    assert "Mine</textarea>" in response.text
    assert "Theirs" in response.text


def test_words_for_danish_that_was_changed_while_they_were_written_are_kept(desk, order, page):
    piece = piece_at(order, "statement")
    change_danish(page, [chapter(), principle(1, statement="<p>Vi svarer på det meste.</p>")])
    response = desk(piece, "We answer all")
    assert response.status_code == 200
    assert "We answer all</textarea>" in response.text
    assert "Vi svarer på det meste." in response.text
    assert not StringTranslation.objects.filter(data="We answer all").exists()


@pytest.mark.parametrize("key", ["", "x", "1-", "-1", "999999999999999999999-1", "\x00"])
def test_an_unknown_text_saves_nothing_and_keeps_the_words(client, order, translator, key):
    client.force_login(translator)
    response = client.post(address(order), {"piece": key, "text": "Kept"})
    assert response.status_code == 200
    assert "Kept</textarea>" in response.text
    assert client.get(address(order), {"s": key, "p": key, "show": key}).status_code == 200
    assert not StringTranslation.objects.exists()


def test_what_is_warned_of_is_saved_the_second_time(desk, order, monkeypatch):
    monkeypatch.setattr(checks, "_checks", [lambda source, target, locale: ["Ikke det ord."]])
    piece = piece_at(order, "statement")
    first = desk(piece, "We reply")
    assert "Ikke det ord." in first.text
    assert saved(order, piece) is None
    desk(piece, "We reply", passed=fingerprint("We reply"))
    assert saved(order, piece) == "We reply"


def test_while_it_is_read_through_nothing_is_translated(desk, order, translator):
    make_ready(order, translator)
    piece = next(p for p in pieces_of(order) if p.segment.context.path.endswith("statement"))
    before = saved(order, piece)
    assert "Too late</textarea>" in desk(piece, "Too late").text
    assert saved(order, piece) == before


def test_sending_appears_when_no_text_is_left(client, order, translator):
    client.force_login(translator)
    assert 'value="hand_in"' not in client.get(address(order)).text
    for piece in pieces_of(order):
        translate(order, piece, "Done", translator)
    assert 'value="hand_in"' in client.get(address(order)).text
    move = reverse("translation_move", args=[order.pk])
    client.post(move, {"do": "hand_in", "version": order.version})
    order.refresh_from_db()
    assert (order.state, order.translated_by) == ("ready", translator)


@pytest.mark.parametrize(
    "values", [{}, {"do": "x"}, {"do": "publish", "version": "x"}, {"do": "hand_in"}]
)
def test_a_move_that_can_not_be_made_says_so(client, order, translator, values):
    client.force_login(translator)
    response = client.post(reverse("translation_move", args=[order.pk]), values, follow=True)
    assert response.status_code in {200, 302, 403} or response.redirect_chain
    assert TranslationOrder.objects.get().state == "ordered"
