"""Row 73: production refuses to start half configured. M2: what SQLite is told. Logs keep secrets."""

import logging
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connections

from config.logs import Discreet

ROOT = Path(__file__).resolve().parents[2]
GOOD = {
    "SECRET_KEY": "a" * 25 + "Bc3dEf5gHi7jKl9mNo1pQr3sTu",
    "RECEIPT_KEY": "b" * 25 + "Zy8xWv6uTs4rQp2oNm0lKj8iHg",
    "ALLOWED_HOSTS": "samskabelse.viby.example",
    "BASE_URL": "https://samskabelse.viby.example",
}
LOAD = "import sys; sys.path.insert(0, 'site'); import config.settings.{name}"


def start(tmp_path, name="production", code="", **environment):
    """Load the settings in a process of their own, with this environment and no other."""
    clean = {"PATH": os.environ["PATH"], "STATE_FOLDER": str(tmp_path), **environment}
    return subprocess.run(
        [sys.executable, "-c", LOAD.format(name=name) + code],
        cwd=ROOT,
        env={key: value for key, value in clean.items() if value is not None},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"DEBUG": "yes"}, "DEBUG"),
        ({"DEBUG": "perhaps"}, "DEBUG"),
        ({"SECRET_KEY": None}, "SECRET_KEY"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY"),
        ({"SECRET_KEY": "development-only-key-that-production-refuses-however-long"}, "SECRET_KEY"),
        ({"RECEIPT_KEY": None}, "RECEIPT_KEY"),
        ({"RECEIPT_KEY": "development-receipt-key"}, "RECEIPT_KEY"),
        ({"RECEIPT_KEY": GOOD["SECRET_KEY"]}, "must differ"),
        ({"ALLOWED_HOSTS": None}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": " , "}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS"),
        ({"ALLOWED_HOSTS": "viby.example,*"}, "ALLOWED_HOSTS"),
        ({"BASE_URL": None}, "BASE_URL"),
        ({"BASE_URL": "http://viby.example"}, "BASE_URL"),
        ({"DATABASE_URL": "mysql://viby.example/x"}, "DATABASE_URL"),
        ({"EMAIL_URL": "http://viby.example"}, "EMAIL_URL"),
        ({"CACHE_URL": "ftp://viby.example"}, "CACHE_URL"),
        ({"HSTS_SECONDS": "a year"}, "HSTS_SECONDS"),
    ],
)
def test_production_refuses_to_start_and_names_what_is_wrong(tmp_path, wrong, named):
    process = start(tmp_path, **{**GOOD, **wrong})
    last = process.stderr.strip().splitlines()[-1]
    assert process.returncode == 1
    assert last.startswith("django.core.exceptions.ImproperlyConfigured")
    assert named in last
    for value in wrong.values():
        if value and "KEY" in named:
            assert value not in last


def test_production_starts_when_all_is_there(tmp_path):
    code = "; s = config.settings.production; print(s.DEBUG, s.ALLOWED_HOSTS)"
    process = start(tmp_path, code=code, **GOOD)
    assert process.stdout.strip() == "False ['samskabelse.viby.example']", process.stderr


def test_a_developers_machine_starts_without_any_environment(tmp_path):
    assert start(tmp_path, name="dev").returncode == 0


def test_m2_sqlite_reaches_the_disk_before_it_answers_and_waits_for_its_turn(tmp_path):
    code = """
import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'config.settings.dev'
import django; django.setup()
from django.db import connection, transaction
def ask(name):
    with connection.cursor() as cursor:
        return cursor.execute('PRAGMA ' + name).fetchone()[0]
print(*(ask(n) for n in ('journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout')))
print(connection.transaction_mode, connection.settings_dict['NAME'])
with transaction.atomic(), connection.cursor() as cursor:
    cursor.execute('SELECT 1')
    import sqlite3
    other = sqlite3.connect(connection.settings_dict['NAME'], timeout=0)
    try:
        other.execute('BEGIN IMMEDIATE')
    except sqlite3.OperationalError as error:
        print(error)
"""
    process = start(tmp_path, name="dev", code="\n" + code)
    assert process.stdout.splitlines() == [
        "wal 2 1 20000",
        f"IMMEDIATE {tmp_path / 'db.sqlite3'}",
        "database is locked",
    ], process.stderr
    with sqlite3.connect(tmp_path / "db.sqlite3") as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_the_tests_use_the_same_database_settings_as_everybody():
    settings = connections["default"].settings_dict["OPTIONS"]
    if connections["default"].vendor == "sqlite":
        assert settings["transaction_mode"] == "IMMEDIATE"
        assert "synchronous=FULL" in settings["init_command"]


@pytest.mark.parametrize(
    ("line", "arguments", "masked"),
    [
        ("mail to %s failed", ("anna.b+x@viby.example",), "mail to <mail> failed"),
        ("GET %s", ("/da/kvittering/abcDEF123_-xyz/",), "GET /da/kvittering/…/"),
        ("GET /en/receipt/abcDEF123_-xyz/withdraw/", (), "GET /en/receipt/…/withdraw/"),
        ("12 comments, %d waiting", (3,), "12 comments, 3 waiting"),
    ],
)
def test_logs_hold_no_mail_address_and_no_receipts_secret(line, arguments, masked):
    record = logging.LogRecord("x", logging.INFO, __file__, 1, line, arguments, None)
    assert Discreet().filter(record) is True
    assert record.getMessage() == masked


def test_what_an_exception_says_is_masked_too():
    try:
        raise ValueError("anna@viby.example refused at /da/kvittering/abcDEF123_-xyz/")
    except ValueError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "failed", (), sys.exc_info())
    Discreet().filter(record)
    line = logging.Formatter("%(message)s").format(record)
    assert "ValueError: <mail> refused at /da/kvittering/…/" in line
    assert "anna" not in line.splitlines()[-1]


def test_every_line_of_the_site_passes_the_mask(settings):
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["discreet"]
    loggers = settings.LOGGING["loggers"].values()
    assert not [logger for logger in loggers if logger.get("handlers")]
    assert settings.LOGGING["root"]["handlers"] == ["console"]
