"""What factories build again and again is built once in a process, and later written as it was.

Building a policy with a hearing takes hundreds of queries, and most tests begin with the same one.
A factory's first call is recorded: each statement that wrote, what it gave back, and what was to run
at the commit. The same call after the same writes sends these statements alone. "The same writes" are
those since the migrated template, whatever the times in them; ids are the same because every test
counts from the template's (SQLite takes numbers back with the transaction, PostgreSQL is told to).

What is remembered is never older than what the same test was given before it, so that times keep
their order.

Not remembered: what a test that commits builds (other threads may write there too), what is built
while a test moves the clock or after it wrote something by itself, and what was built long ago, since
its times would be old.
"""

import hashlib
import pickle
import re
import time
from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

READS = ("SELECT", "WITH", "EXPLAIN", "PRAGMA")
TRANSACTION = ("SAVEPOINT", "RELEASE", "ROLLBACK")
TIMES = re.compile(r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?|datetime\.datetime\([^)]*\)")
PEOPLE = '"accounts_user"'  # written with no time that anything is compared with
FRESH = 600  # seconds
NOT_KEPT = (pickle.PicklingError, TypeError, AttributeError)  # what can't be pickled raises
# Tests that move the clock move time.time() and leave this one.
STARTED = time.time() - time.monotonic()


@dataclass
class Recording:
    """What one call of a factory did."""

    made: float
    writes: list[tuple] = field(default_factory=list)  # statement, values, many, rows given back
    callbacks: list[tuple] = field(default_factory=list)
    result: bytes = b""


class Memory:
    """The recordings of this process, and what the test that runs now has written."""

    def __init__(self) -> None:
        self.recordings: dict[tuple, Recording] = {}
        self.recording: Recording | None = None
        self.is_on = True
        self.is_replaying = False
        self.counts = ""  # the statement that sets PostgreSQL's sequences as in the template
        self.begin()

    def begin(self) -> None:
        """Forget the last test's writes."""
        self.history = hashlib.sha256()
        self.newest = 0.0
        self.has_written = False
        self.is_strange = False

    def watch(self, execute, statement, values, many, context):
        """Django's hook around each statement on the test's connection."""
        verb = statement.lstrip().split(None, 1)[0].upper()
        if verb in READS:
            return execute(statement, values, many, context)
        if not self.has_written and verb not in TRANSACTION:
            self.has_written = True
            count_from_the_template(context["connection"])
        self.note(verb if verb in TRANSACTION else f"{statement}{values}")
        done = execute(statement, values, many, context)
        if self.recording is not None and verb not in TRANSACTION:
            self.recording.writes.append((statement, values, many))
        elif not self.is_replaying and verb not in TRANSACTION and PEOPLE not in statement:
            # Its times are this test's: what was remembered earlier would be older than that.
            self.is_strange = True
        return done

    def note(self, what: str) -> None:
        self.history.update(TIMES.sub("", what).encode("utf-8", "surrogatepass"))

    def recall(
        self, key: tuple, build: Callable, *, fresh=FRESH, dumps=pickle.dumps, loads=pickle.loads
    ):
        """Return what `build` returns, and have the database as `build` leaves it.

        `fresh` is for how many seconds it is remembered; `dumps` and `loads` keep what it returned.
        """
        from django.db import connection
        from django.utils.translation import get_language

        moved = abs(time.time() - time.monotonic() - STARTED) > 60
        is_plain = self.is_on and self.recording is None and not moved and not self.is_strange
        if not is_plain or not connection.in_atomic_block:
            return build()
        key = (*key, get_language(), self.history.hexdigest(), time.strftime("%F"))
        known = self.recordings.get(key)
        oldest = max(self.newest, time.monotonic() - fresh)
        if known is None or known.made < oldest:
            return self._record(key, build, dumps, connection)
        self.newest = known.made
        self._write_again(known, connection)
        connection.run_on_commit += [
            (set(connection.savepoint_ids), *rest) for rest in known.callbacks
        ]
        return loads(known.result)

    def _write_again(self, known, connection) -> None:
        self.is_replaying = True
        try:
            for statement, values, many in known.writes:
                with connection.cursor() as cursor:
                    (cursor.executemany if many else cursor.execute)(statement, values)
        finally:
            self.is_replaying = False

    def _record(self, key, build, dumps, connection):
        self.recording = found = Recording(made=time.monotonic())
        self.newest = found.made
        waiting = len(connection.run_on_commit)
        try:
            result = build()
        finally:
            self.recording = None
        found.callbacks = [rest for _sids, *rest in connection.run_on_commit[waiting:]]
        try:
            found.result = dumps(result)
        except NOT_KEPT:
            self.is_strange = True
        else:
            self.recordings[key] = found
        return result


def count_from_the_template(connection) -> None:
    """Let PostgreSQL give out the ids that it gave the last test: its rows are rolled back."""
    if connection.vendor != "postgresql" or not connection.in_atomic_block:
        return
    with connection.connection.cursor() as cursor:  # Not Django's: this is no query of the test.
        if not memory.counts:
            cursor.execute("SELECT sequencename, last_value FROM pg_sequences")
            calls = (
                f"setval('{name}', {value or 1}, {value is not None})"
                for name, value in cursor.fetchall()
            )
            memory.counts = f"SELECT {', '.join(calls)}"
        cursor.execute(memory.counts)


memory = Memory()
remembered = memory.recall


@pytest.fixture
def built_anew(monkeypatch):
    """For tests that listen to what building says on the way, which what is remembered does not."""
    monkeypatch.setattr(memory, "is_on", False)


@pytest.fixture(autouse=True)
def watched_writes():
    """Follow what the test writes, so that what factories build can be remembered."""
    from django.db import connection

    memory.begin()
    with connection.execute_wrapper(memory.watch):
        yield
