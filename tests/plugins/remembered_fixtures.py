"""The scene that a test file builds in its fixtures is built once in a process, as factories' are.

Every fixture of a test file that only builds something in the database is remembered: one that ends
with its `return`, and asks for nothing but other such fixtures. Whoever asks for a client, a patch or
the settings is run each time, and so is one that returns what can't be copied.
"""

import functools
import inspect
import io
import pickle

import pytest

from tests.plugins.remembered import memory

FRESH = 120  # seconds: tests of one file follow one another
HARMLESS = {"db"}
built = pytest.StashKey[set]()


class Keeper:
    """Copies what a fixture returns, together with what it did to the objects it was given."""

    def __init__(self, given: dict) -> None:
        self.given = given

    def dumps(self, result) -> bytes:
        """Return the result and the given objects' fields; the objects themselves are only named."""
        names = {id(value): name for name, value in self.given.items()}
        kept = io.BytesIO()
        pickler = pickle.Pickler(kept)
        pickler.persistent_id = lambda value: names.get(id(value))
        pickler.dump((result, {name: vars(value) for name, value in self.given.items()}))
        return kept.getvalue()

    def loads(self, kept: bytes):
        """Return the result, having given the objects the fields that they had after the first time."""
        unpickler = pickle.Unpickler(io.BytesIO(kept))
        unpickler.persistent_load = self.given.__getitem__
        result, fields = unpickler.load()
        for name, value in self.given.items():
            vars(value).clear()
            vars(value).update(fields[name])
        return result


def _is_remembered(fixturedef, request) -> bool:
    from django.db.models import Model

    func = fixturedef.func
    if fixturedef.scope != "function" or inspect.isgeneratorfunction(func):
        return False
    if not func.__module__.startswith("tests.") or func.__module__.startswith("tests.plugins."):
        return False
    known = request.node.stash.setdefault(built, set())
    if not set(fixturedef.argnames) <= known | HARMLESS or hasattr(request, "param"):
        return False
    given = (request.getfixturevalue(n) for n in fixturedef.argnames if n not in HARMLESS)
    return all(isinstance(value, Model) for value in given)


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef, request):
    """Let a scene be remembered, and note that what asks for it can be, too."""
    if not _is_remembered(fixturedef, request):
        return (yield)
    func = fixturedef.func

    @functools.wraps(func)
    def recalled(**given):
        keeper = Keeper({name: value for name, value in given.items() if name not in HARMLESS})
        key = ("fixture", func.__module__, func.__qualname__, *sorted(keeper.given))
        return memory.recall(
            key, lambda: func(**given), fresh=FRESH, dumps=keeper.dumps, loads=keeper.loads
        )

    fixturedef.func = recalled
    try:
        return (yield)
    finally:
        fixturedef.func = func
        request.node.stash[built].add(fixturedef.argname)
