"""The demo, loaded once for all tests that only read it."""

import io

import pytest
from django.core.management import call_command
from django.test import override_settings

# What the jobs would do (Wagtail's own index, references) no test here asks about.
NO_JOBS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


@pytest.fixture(scope="package")
def demo(django_db_setup, django_db_blocker, database_copies):
    """What `manage.py demo` printed. The rows are committed; the empty database comes back at the end."""
    from django.contrib.contenttypes.models import ContentType
    from django.db import connections

    printed = io.StringIO()
    with django_db_blocker.unblock(), override_settings(TASKS=NO_JOBS):
        call_command("demo", stdout=printed)
    yield printed.getvalue()
    with django_db_blocker.unblock():
        connections.close_all()
        database_copies.restore()
        ContentType.objects.clear_cache()
