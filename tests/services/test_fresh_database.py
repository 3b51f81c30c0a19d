"""Every test begins with what the migrations made, also after tests that commit."""

import threading

import pytest
from django.contrib.auth.models import Group, Permission
from django.db import connection
from wagtail.models import Locale, Page, Site

from accounts.models import User

pytestmark = pytest.mark.database


def assert_as_migrated():
    assert Page.objects.filter(depth=1).count() == 1
    assert Locale.objects.filter(language_code="da").exists()
    assert Site.objects.exists()
    assert Group.objects.exists()
    assert Permission.objects.exists()
    assert not User.objects.filter(username="left behind").exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second", "third"])
def test_what_a_committing_test_did_is_gone_for_the_next(time):
    assert_as_migrated()
    Page.objects.all().delete()
    User.objects.create(username="left behind")


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", ["first", "second"])
def test_threads_share_the_database_of_the_test(time):
    assert_as_migrated()

    def write():
        User.objects.create(username="left behind")
        connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()
    assert User.objects.filter(username="left behind").exists()


@pytest.mark.django_db
def test_a_test_that_is_rolled_back_sees_it_too():
    assert_as_migrated()


@pytest.mark.django_db(transaction=True)
def test_sqlite_is_set_up_as_in_production():
    if connection.vendor != "sqlite":
        assert connection.vendor == "postgresql"
        return
    with connection.cursor() as cursor:
        found = {}
        for name in ("journal_mode", "synchronous", "foreign_keys"):
            found[name] = cursor.execute(f"PRAGMA {name}").fetchone()[0]
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
