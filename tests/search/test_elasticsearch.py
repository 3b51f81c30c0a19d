"""Elasticsearch: what it holds, that it answers as the database does, and how it is kept."""

import random
import statistics
import time

import pytest
from django.core.management import call_command

from comments.actions import decide, erase, redact, withdraw
from search import documents, queue
from search.analysis import question
from search.backends import choose, database, elastic, mapping, sync, tending
from search.backends.asked import Asked
from search.backends.lease import Taken, lease
from search.status import status
from tests.factories.comments import make_answer, make_comment, make_hearing
from tests.factories.home import make_standard_page
from tests.factories.policy import make_user
from tests.search.elastic import catch_up, raw, start_anew, table
from tests.search.test_clean import NASTY, PIECES

# Not run again on PostgreSQL: what is asked of Elasticsearch does not depend on where the rows are.
pytestmark = pytest.mark.django_db
SECRET = "qx7zw"
KINDS = ("passages", "comments", "responses", "pages")


@pytest.fixture
def hearing(elasticsearch):
    start_anew()
    found = make_hearing()
    catch_up()
    yield found
    start_anew()


def asked(typed, languages=("da",)) -> Asked:
    return Asked(question(typed, languages), KINDS, languages)


def ids(answer) -> dict:
    return {kind: {match.object_id for match in rows} for kind, rows in answer.items()}


def holds_secret() -> bool:
    return any(SECRET in row["words"] + row["title"] for row in raw().values())


@pytest.mark.parametrize("kept", ["pending", "held", "rejected"])
def test_row_41_nothing_of_a_comment_that_is_not_public_is_in_the_raw_index(hearing, kept):
    make_comment(hearing, status=kept, text=SECRET)
    catch_up()
    assert not holds_secret()


@pytest.mark.parametrize("end", ["rejected", "withdrawn", "erased", "shortened"])
def test_row_41_what_ceases_to_be_public_leaves_the_raw_index(hearing, end):
    comment, by = make_comment(hearing, text=f"Ring til {SECRET}"), make_user("m")
    catch_up()
    assert holds_secret()
    if end == "rejected":
        decide(comment=comment, seen_version=comment.version, action="reject", by=by, reason="x")
    elif end == "withdrawn":
        withdraw(comment=comment)
    elif end == "erased":
        erase(comment=comment, by=by)
    else:
        redact(comment=comment, by=by, text="Ring til [udeladt]")
    catch_up()
    assert not holds_secret()
    assert raw() == table()


def test_it_finds_what_the_database_finds(hearing):
    make_answer(make_comment(hearing, text="Borgermøderne om høringsfristen, § 17, stk. 4"))
    make_standard_page("Kvælstof i søen")
    catch_up()
    assert raw() == table()
    for typed in ("møde", "frist", "§ 17", "borgermoede", "tak", "kvaelstof", "og", "intet her"):
        there, here = elastic.ask(asked(typed)), database.ask(asked(typed))
        assert ids(there) == ids(here), typed
    assert ids(elastic.ask(asked("frist møde")))["comments"]


@pytest.mark.parametrize("typed", NASTY)
def test_row_17_and_64_no_query_makes_it_fail(hearing, typed):
    if question(typed, ()):
        assert not choose.ask(asked(typed)).is_makeshift


def fuzz(seed, number) -> float:
    """Ask at random; return the milliseconds that 99 of 100 queries stay under."""
    chance, times = random.Random(seed), []
    for _n in range(number):
        typed = chance.choice(["", " "]).join(chance.choices(PIECES, k=chance.randint(1, 8)))
        if question(typed, ()):
            started = time.perf_counter()
            elastic.ask(asked(typed))
            times.append(1000 * (time.perf_counter() - started))
    return statistics.quantiles(times, n=100)[98]


def test_three_hundred_random_queries_raise_nothing(hearing):
    fuzz(seed=1, number=300)


@pytest.mark.long
@pytest.mark.timeout(3_600)
def test_twenty_thousand_random_queries_raise_nothing(hearing):
    slowest = fuzz(seed=2, number=20_000)
    print(f"20,000 random queries to Elasticsearch: p99 {slowest:.1f} ms")  # noqa: T201
    assert slowest < 1000 * elastic.READ_TIMEOUT


def test_another_mapping_is_built_by_itself_and_the_old_one_is_gone(hearing, monkeypatch):
    (old,) = sync.current()
    monkeypatch.setattr(mapping, "mapping_hash", lambda: "other")
    monkeypatch.setattr(sync, "mapping_hash", lambda: "other")
    assert not sync.is_whole()
    assert tending.tend()
    (new,) = sync.current()
    assert "-other-" in new
    assert list(elastic.client().indices.get(index=f"{old.split('-')[0]}*")) == [new]
    assert raw() == table()


def test_what_changes_while_it_is_built_is_not_lost(hearing):
    comment = make_comment(hearing, text=SECRET)
    catch_up()
    building = sync.rebuild()
    next(building)
    withdraw(comment=comment)
    make_comment(hearing, text="Om fosfor")
    queue.drain()
    with pytest.raises(Taken):
        sync.send()
    list(building)
    catch_up()
    assert raw() == table()
    assert not holds_secret()


def test_a_build_that_is_broken_off_changes_nothing(hearing):
    before = sync.current()
    building = sync.rebuild()
    next(building)
    building.close()
    assert sync.current() == before
    assert len(elastic.client().indices.get(index=f"{before[0].split('-')[0]}*")) == 1
    with lease():
        pass


@pytest.mark.parametrize("loss", ["rows", "index"])
def test_an_emptied_index_is_filled_again(hearing, loss):
    make_comment(hearing, text="Om fosfor")
    catch_up()
    if loss == "index":
        elastic.client().indices.delete(index=sync.current()[0])
    else:
        for key in raw():
            elastic.client().delete(index=sync.current()[0], id=key)
    assert choose.ask(asked("fosfor")).is_makeshift == (loss == "index")
    start_anew()
    catch_up()
    assert raw() == table()
    assert ids(choose.ask(asked("fosfor")).rows)["comments"]


def test_other_rules_for_words_make_the_rows_again_and_send_them(hearing, monkeypatch):
    from search import upkeep

    for module in (documents, upkeep):
        monkeypatch.setattr(module, "rules", lambda: "new")
    assert upkeep.mend() > 0
    assert upkeep.mend() == 0
    catch_up()
    assert raw() == table()


def test_the_commands_build_and_tell(hearing, capsys):
    make_comment(hearing, text="Om fosfor")
    call_command("search_rebuild")
    assert "Elasticsearch: " in capsys.readouterr().out
    catch_up()
    found = status()
    assert (found["waiting"], found["unsent"], found["elasticsearch"]) == (0, 0, "ready")
    for counts in found["kinds"].values():
        assert len(set(counts.values())) == 1
    call_command("search_status")
    assert "comments" in capsys.readouterr().out
