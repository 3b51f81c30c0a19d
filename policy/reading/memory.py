"""What follows from frozen values, kept in the process: worked out once and not for every reader.

Only what is a function of its key may be kept here. A key holds the seal of a text and all else that
the result depends on, so nothing kept is ever wrong and nothing has to be thrown away in time: what
was not asked for lately goes when there is no room.
"""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import fields, is_dataclass
from datetime import date
from threading import Lock
from weakref import WeakSet

PLAIN = (str, int, float, bool, type(None), date)


class Memory:
    """Keeps the `most` results that were asked for last. Safe among threads."""

    _all: WeakSet = WeakSet()

    def __init__(self, most: int):
        Memory._all.add(self)
        self._most = most
        self._kept: OrderedDict[Hashable, object] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, make: Callable):
        """Return what is kept under a key, else `make()`, which two threads may both do."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = make()
        with self._lock:
            self._kept[key] = made
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return made

    @classmethod
    def forget_all(cls) -> None:
        """Empty every memory: after a database was put back, as tests do, a key may mean something else."""
        for memory in cls._all:
            with memory._lock:
                memory._kept.clear()


def as_key(value) -> Hashable:
    """Return plain nested values as a part of a key. Raise TypeError for anything that could change."""
    if isinstance(value, PLAIN):
        return value
    if isinstance(value, dict):
        return tuple((name, as_key(inner)) for name, inner in value.items())
    if isinstance(value, list | tuple):
        return tuple(map(as_key, value))
    if is_dataclass(value):
        return tuple(as_key(getattr(value, field.name)) for field in fields(value))
    raise TypeError(f"not a plain value: {type(value).__name__}")
