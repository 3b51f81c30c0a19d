"""A freshly migrated database for every test process, and again after every committing test.

Migrating takes a quarter of a minute, so it is done once into a template that is copied. Django
itself empties all tables after a test that commits, which loses what the migrations made: the root
page, the locale, the groups and their permissions. Here the template is put back instead.
"""

import os
from pathlib import Path

import pytest

from tests.plugins.postgres_copies import PostgresCopies
from tests.plugins.sqlite_copies import SqliteCopies

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def database_copies(tmp_path_factory):
    """The maker of this process's database, for the engine that the settings name."""
    from django.db import connection

    if connection.vendor == "postgresql":
        worker = os.environ.get("PYTEST_XDIST_WORKER", "one")
        return PostgresCopies(ROOT, f"test_{worker}_{os.getpid()}", connection.settings_dict)
    return SqliteCopies(ROOT, tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker, database_copies):
    """Replaces pytest-django's: copy the template, and put it back where Django would flush."""
    from django.contrib.contenttypes.models import ContentType
    from django.db import connection, connections
    from django.test import TransactionTestCase

    def restore(_case) -> None:
        connections.close_all()
        database_copies.restore()
        ContentType.objects.clear_cache()

    patch = pytest.MonkeyPatch()
    with django_db_blocker.unblock():
        connection.close()
        # The same dictionary serves every thread's connection, the live server's among them.
        patch.setitem(connection.settings_dict, "NAME", database_copies.create())
        patch.setattr(TransactionTestCase, "_fixture_teardown", restore)
        connection.ensure_connection()
    yield
    with django_db_blocker.unblock():
        connections.close_all()
        database_copies.remove()
    patch.undo()
