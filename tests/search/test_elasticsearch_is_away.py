"""Row 77: Elasticsearch killed, stopped and back, while people search, comment and decide."""

import signal
import time

import pytest
from django.test import Client

from comments.actions import withdraw
from search import queue, upkeep
from search.backends import breaker, elastic, sync
from search.status import status
from tests.factories.comments import make_comment, make_hearing
from tests.factories.home import make_standard_page
from tests.search.elastic import assert_whole, catch_up, raw, start_anew
from tests.services.elasticsearch import start_again

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LINE = "Søgningen kører lige nu på reserven"


def look(word="fosfor"):
    response = Client().get("/da/soeg/", {"q": word})
    assert response.status_code == 200
    return response


def says_so() -> bool:
    """Whether the page says that the database stands in. Of a search within a search, too."""
    return LINE in look().content.decode()


@pytest.fixture
def nowhere(settings):
    """An address where nobody listens."""
    start_anew()
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
    yield
    start_anew()


def test_without_elasticsearch_nothing_is_said_of_it():
    queue.drain()
    assert LINE not in look().content.decode()


def test_the_database_answers_and_the_page_says_so(nowhere):
    make_comment(make_hearing(), text="Om fosfor")
    queue.drain()
    response = look()
    assert response.context["total"] == 1
    assert LINE in response.content.decode()


def test_only_the_first_visitor_asks_a_server_that_is_away(nowhere, monkeypatch):
    asked, ask = [], elastic.ask
    monkeypatch.setattr(elastic, "ask", lambda question: asked.append(1) or ask(question))
    for _n in range(5):
        look()
    assert len(asked) == 1


def test_nobody_waits_beside_one_who_has_waited_a_while(nowhere, monkeypatch, time_machine):
    asked, beside = [], []

    def hangs(question):
        asked.append(question)
        if len(asked) == 1:
            time_machine.shift(breaker.IN_DOUBT + 0.1)
            beside.append(says_so())
        return {}

    time_machine.move_to("2026-03-02 10:00")
    monkeypatch.setattr(elastic, "ask", hangs)
    assert not says_so()
    assert (len(asked), beside) == (1, [True])
    assert not says_so()


def test_who_asks_at_the_same_moment_is_no_reason_to_doubt_it(nowhere, monkeypatch):
    answers = []

    def answered(question):
        if not answers:
            answers.append("first")
            answers.append(says_so())
        return {}

    monkeypatch.setattr(elastic, "ask", answered)
    assert not says_so()
    assert answers == ["first", False]


def test_a_question_that_it_refuses_is_no_reason_to_ask_it_no_more(elasticsearch, monkeypatch):
    start_anew()
    make_hearing()
    catch_up()

    def refused(question):
        elastic.client().search(index="x", query={"nonsense": {}})

    with monkeypatch.context() as patch:
        patch.setattr(elastic, "ask", refused)
        assert look().context["is_makeshift"]
    assert not look().context["is_makeshift"]


def test_the_status_tells_that_it_is_away(nowhere):
    make_comment(make_hearing())
    catch_up()
    found = status()
    assert found["elasticsearch"] == "away"
    assert found["unsent"] > 0
    assert found["last_error"]


def change(hearing, word):
    """Save a page, publish and take back one, receive comments, decide about them."""
    saved = make_standard_page(f"Om {word}", slug=word)
    make_standard_page(f"Mere om {word}", slug=f"{word}-2").unpublish()
    saved.title = f"Alt om {word}"
    saved.save_revision().publish()
    withdraw(comment=make_comment(hearing, text=f"Nej til {word}"))
    make_comment(hearing, status="rejected", text=f"Vrøvl om {word}")
    return make_comment(hearing, text=f"Om {word}")


def come_back():
    start_anew()
    catch_up()
    assert not breaker.is_away()
    assert_whole()


def put_away(loss):
    """Empty the index, take it away, or put one of another mapping in its place."""
    server, (name,) = elastic.client(), sync.current()
    if loss == "emptied":
        server.bulk(index=name, operations=[{"delete": {"_id": key}} for key in raw()])
        return
    server.indices.delete(index=name)
    if loss == "other mapping":
        server.indices.create(index="own-other-1", mappings={"properties": {"x": {"type": "long"}}})
        server.indices.update_aliases(actions=[{"add": {"index": "own-other-1", "alias": "own"}}])


def lose_and_come_back(hearing, loss, word):
    put_away(loss)
    change(hearing, word)
    come_back()
    assert look(word).context["total"] == 2


def test_stopped_emptied_killed_and_back_nothing_is_lost(own_elasticsearch):
    start_anew()
    hearing = make_hearing()
    first = make_comment(hearing, text="Om fosfor")
    upkeep.mend()  # the pages that were there before anybody listened
    catch_up()
    assert not look().context["is_makeshift"]

    own_elasticsearch.send(signal.SIGSTOP)
    started = time.monotonic()
    assert look().context["is_makeshift"]
    waited = time.monotonic() - started
    started = time.monotonic()
    assert look().context["is_makeshift"]
    # What the page itself costs is in both: the difference is the wait.
    assert waited - (time.monotonic() - started) < 2
    started = time.monotonic()
    change(hearing, "kalium")
    # Nobody who saves or decides waits for the server: it would hang for 20 seconds each time.
    assert time.monotonic() - started < 20
    assert queue.drain()
    assert look("kalium").context["total"] == 2
    own_elasticsearch.send(signal.SIGCONT)
    come_back()

    for loss, word in (("emptied", "svovl"), ("gone", "klor"), ("other mapping", "jod")):
        lose_and_come_back(hearing, loss, word)

    own_elasticsearch.send(signal.SIGKILL)
    own_elasticsearch.process.wait()
    withdraw(comment=first)
    change(hearing, "magnesium")
    catch_up()
    assert breaker.is_away()
    assert look("magnesium").context["total"] == 2
    start_again(own_elasticsearch)
    come_back()
    assert look("magnesium").context["total"] == 2
    assert look("fosfor").context["total"] == 0
