"""Queries whose SQL is made once in a process: on public pages, making it costs more than running it.

The SQL of a query follows from its shape alone. So it is built once with places (`Slot`) where the
values of a request will stand, by the same querysets as ever, and only the values are new each time.
What a builder reads beside its arguments (the clock, the language, a setting that changes) would be
kept as well: it must be a value. The tests build each query anew and compare.
"""

import copy
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from types import SimpleNamespace

from django.core.exceptions import EmptyResultSet
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.models import DateField, Field, Value
from django.db.models.query import QuerySet
from django.utils import timezone

from .memory import Memory

_made = Memory(most=200)


LARGEST = 2**63 - 1


class Slot(Value):
    """Where a value will stand. It can't be None, which is asked for in other words than a value.

    Numbers are asked for by equality alone: one that no column can hold is found nowhere.
    """

    def __init__(self, name: str, field: Field, follows: Callable | None = None):
        super().__init__(name, output_field=field)
        self.follows = follows

    def as_sql(self, compiler, connection):
        return "%s", [self]

    def bound(self, values: dict, connection):
        value = values[self.value]
        if value is None:
            raise ValueError(f"{self.value} is None")
        if isinstance(value, int) and abs(value) > LARGEST:
            raise EmptyResultSet
        if self.follows:
            value = self.follows(value)
        return self.output_field.get_db_prep_value(value, connection)


def day_of(at):
    """Return the day in Denmark of an instant, or the slot of the day where `at` is an instant's slot."""
    if isinstance(at, Slot):
        return Slot(at.value, DateField(), timezone.localdate)
    return timezone.localdate(at)


@dataclass(frozen=True)
class Made:
    """A compiled query: where its rows go (`read`), and its SQL with slots among the parameters."""

    read: Callable
    compiler: object
    converters: dict
    sql: str
    params: tuple


class Prepared:
    """Run with `query(*shape, **values)`; return all rows, as the builder's queryset would.

    `shape` is what changes the SQL itself; `values` are those of the slots.
    """

    def __init__(self, build: Callable[..., QuerySet], slots: dict[str, Field]):
        self.build = build
        self.slots = {name: Slot(name, field) for name, field in slots.items()}

    def __call__(self, *shape: Hashable, **values) -> list:
        connection = connections[DEFAULT_DB_ALIAS]
        made = self.made(shape, connection)
        try:
            params = self.bind(made, values, connection)
        except EmptyResultSet:
            return []
        compiler = copy.copy(made.compiler)
        compiler.connection = connection
        compiler.as_sql = lambda *_args, **_options: (made.sql, params)
        compiler.get_converters = lambda _expressions: made.converters
        query = SimpleNamespace(get_compiler=lambda using=None: compiler)
        chosen = SimpleNamespace(query=query, db=DEFAULT_DB_ALIAS, _known_related_objects={})
        return list(made.read(chosen))

    def made(self, shape: tuple, connection) -> Made:
        """Return the query with its slots empty, built the first time."""
        return _made.get((self, connection.vendor, shape), lambda: self._make(shape, connection))

    def _make(self, shape: tuple, connection) -> Made:
        queryset = self.build(*shape, **self.slots)
        compiler = queryset.query.get_compiler(connection=connection)
        sql, params = compiler.as_sql()
        columns = [column for column, *_names in compiler.select[: compiler.col_count]]
        converters = compiler.get_converters(columns)
        return Made(queryset._iterable_class, compiler, converters, sql, tuple(params))

    @staticmethod
    def bind(made: Made, values: dict, connection) -> tuple:
        """Return the parameters with the values in their slots."""
        return tuple(
            param.bound(values, connection) if isinstance(param, Slot) else param
            for param in made.params
        )


def prepared(**slots: Field) -> Callable[[Callable[..., QuerySet]], Prepared]:
    """Make a function that returns a queryset a prepared query, with slots for these arguments."""
    return lambda build: Prepared(build, slots)
