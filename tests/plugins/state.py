"""Each test process keeps its files in a folder of its own, and its cache is empty for each test."""

import shutil

import pytest

FOLDERS = {
    "MEDIA_ROOT": "media",
    "PRIVATE_ROOT": "private",
    "EMAIL_FILE_PATH": "mail",
    "ERASURE_LIST": "erasures/erasures.jsonl",
}


@pytest.fixture(scope="session", autouse=True)
def state_folder(tmp_path_factory):
    """The folder that stands in for `var/` while tests run."""
    from django.conf import settings

    folder = tmp_path_factory.mktemp("state")
    patch = pytest.MonkeyPatch()
    for name, inside in FOLDERS.items():
        patch.setattr(settings, name, folder / inside, raising=False)
    yield folder
    patch.undo()


@pytest.fixture(autouse=True)
def empty_cache(state_folder):
    """What one test cached must not answer the next one's request."""
    from django.core.cache import cache

    from policy.reading.memory import Memory

    cache.clear()
    Memory.forget_all()


@pytest.fixture(autouse=True)
def empty_shelf(state_folder):
    """Nor a file that one test had made: scenes that are remembered have the same keys again.

    Nor are its erasures applied again to the next one's database.
    """
    shutil.rmtree(state_folder / FOLDERS["PRIVATE_ROOT"] / "exports", ignore_errors=True)
    (state_folder / FOLDERS["ERASURE_LIST"]).unlink(missing_ok=True)


def pytest_collectstart():
    """Some tests ask the site for something while they are collected, without a database."""
    _remember_languages()


@pytest.fixture(autouse=True)
def languages_of_the_migrations():
    """The languages kept in memory are those that every test finds, so that asking costs no query."""
    _remember_languages()


def _remember_languages():
    from policy import locales

    locales.remember(["da", "en"])
