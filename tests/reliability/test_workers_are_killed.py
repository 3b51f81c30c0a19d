"""Whoever got a receipt has a comment, and has it once, although workers die all the time."""

import sqlite3
import sys
import threading
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection, connections
from django.db.models import Count, Max
from webserver import WebServer

from comments import receipts, tokens
from comments.models import Comment, CommentNumbers, Decision, Sender
from comments.reading.places import form_url
from comments.states import CommentStatus, DecisionAction
from notifications.models import OutgoingMail
from tests.factories.comments import make_hearing
from tests.reliability.citizens import Citizen, Diary
from tests.reliability.killer import Killer

CITIZENS = 8
START_AND_WORK = 1200  # seconds after which the citizens are given up

pytestmark = [pytest.mark.database, pytest.mark.django_db(transaction=True)]


@dataclass
class Storm:
    """Citizens and a killer at one web server, and what came of it."""

    comments: int
    kills: int
    diary: Diary = field(default_factory=Diary)
    killed: list[int] = field(default_factory=list)

    def run(self, folder) -> None:
        """Go on until there are so many receipts and so many kills."""
        hearing = make_hearing()
        path = form_url(hearing)
        connections.close_all()
        with web_server(folder, path) as server:
            killer = Killer(server, lambda: len(self.diary.answers))
            self.killed = killer.killed
            citizens = [
                Citizen(f"borger{number}", server.port, path, self.diary, self.is_over)
                for number in range(1, CITIZENS + 1)
            ]
            for thread in (killer, *citizens):
                thread.start()
            for citizen in citizens:
                citizen.join(START_AND_WORK)
            killer.stop()
            assert not any(citizen.is_alive() for citizen in citizens), server.tail()
            assert not self.diary.failures, (self.diary.failures, server.tail())

    def is_over(self) -> bool:
        enough = len(self.diary.receipts) >= self.comments and len(self.killed) >= self.kills
        return enough or bool(self.diary.failures)


def web_server(folder, path) -> WebServer:
    """The site as it is served, on the database of this test."""
    environment = {
        "DJANGO_SETTINGS_MODULE": "config.settings.test",
        "DATABASE_URL": database_url(),
        "STATE_FOLDER": str(folder),
        # All these citizens have one address.
        "SHARED_NETWORKS": "127.0.0.0/8",
        "WARM_UP_PATH": path,
    }
    options = ("--preload", "--pythonpath", str(settings.ROOT))
    application = "tests.reliability.warm_wsgi"
    return WebServer(application, environment, log=folder / "log", options=options)


def database_url() -> str:
    """The address of the database that this test process has to itself."""
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite://{values['NAME']}"
    login = f"{quote(values['USER'])}:{quote(values['PASSWORD'])}"
    return f"postgresql://{login}@{values['HOST']}:{values['PORT']}/{values['NAME']}"


def assert_every_receipt_has_its_comment(diary: Diary) -> None:
    """The receipt's address leads to the one comment that this very form became."""
    stored = dict(Comment.objects.values_list("submission_hash", "receipt_hash"))
    for sealed, address in diary.receipts.items():
        secret = address.rstrip("/").rpartition("/")[2]
        nonce = tokens.read(sealed).nonce
        assert stored.pop(receipts.hash_of(nonce)) == receipts.hash_of(secret)
    assert not stored, "there are comments that nobody got a receipt for, though all asked again"


def assert_comments_are_whole(count: int) -> None:
    """No half comment: each has its words, its sender, its first decision and its mail, once."""
    rows = Comment.objects.annotate(
        words=Count("texts", distinct=True),
        received=Count("decisions", distinct=True),
    )
    assert {row.words for row in rows} == {1}
    assert all(row.received == (2 if row.status == CommentStatus.HELD else 1) for row in rows)
    assert Decision.objects.filter(action=DecisionAction.RECEIVE).count() == count
    assert Sender.objects.count() == count
    causes = Counter(OutgoingMail.objects.values_list("cause", flat=True))
    assert causes == Counter(f"comment:{row.pk}" for row in rows)


def assert_numbers_have_no_gaps(count: int) -> None:
    numbers = sorted(Comment.objects.values_list("number", flat=True))
    assert numbers == list(range(1, count + 1))
    assert CommentNumbers.objects.aggregate(last=Max("last"))["last"] == count


def assert_database_is_sound() -> None:
    """Ask SQLite, through a connection of its own: it reads the file and not a cache."""
    if connection.vendor != "sqlite":
        return
    database = sqlite3.connect(connection.settings_dict["NAME"])
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    database.close()


def weather(storm: Storm, folder, say) -> None:
    """Run it, say the figures, and check all."""
    storm.run(folder)
    diary = storm.diary
    say(
        f"{connection.vendor}: {len(diary.receipts)} receipts, {len(storm.killed)} kills, "
        f"{diary.broken.count('POST')} posts and {diary.broken.count('GET')} gets broken off, "
        f"{diary.answers.count(503)} told to try again"
    )
    assert len(set(storm.killed)) >= storm.kills
    assert diary.broken, "no request was ever in the hands of a worker that died"
    assert_every_receipt_has_its_comment(diary)
    assert_comments_are_whole(len(diary.receipts))
    assert_numbers_have_no_gaps(len(diary.receipts))
    assert_database_is_sound()
    assert threading.active_count() < CITIZENS


@pytest.fixture
def say(request):
    """A function that prints a line whether or not pytest captures output."""
    capture = request.config.pluginmanager.getplugin("capturemanager")

    def print_line(line: str) -> None:
        with capture.global_and_fixture_disabled():
            sys.stdout.write(f"\n{line}\n")

    return print_line


def test_every_receipt_has_its_comment_although_workers_are_killed(tmp_path, say):
    weather(Storm(comments=120, kills=8), tmp_path, say)


@pytest.mark.long
@pytest.mark.timeout(1500)
def test_two_thousand_receipts_have_their_comments_although_workers_are_killed(tmp_path, say):
    weather(Storm(comments=2_000, kills=90), tmp_path, say)
