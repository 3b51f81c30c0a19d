"""Every prepared query of every test must be what its builder makes of the same values just then."""

import pytest
from django.core.exceptions import EmptyResultSet


class NotAsBuiltNow(AssertionError):
    """A prepared query kept something that changes: the clock, the language, a setting."""


def asked(ask):
    """Return SQL and parameters, or None where Django asks the database nothing."""
    try:
        return ask()
    except EmptyResultSet:
        return None


@pytest.fixture(autouse=True)
def prepared_queries_are_as_built_now(monkeypatch):
    """Build each prepared query anew, without slots, and compare before it is run."""
    from django.db import connection

    from policy.reading.prepared import Prepared

    run = Prepared.__call__

    def checked(query, *shape, **values):
        made = query.made(shape, connection)
        kept = asked(lambda: (made.sql, query.bind(made, values, connection)))
        now = asked(lambda: query.build(*shape, **values).query.sql_with_params())
        if kept != now:
            raise NotAsBuiltNow(f"{kept}\n{now}")
        return run(query, *shape, **values)

    monkeypatch.setattr(Prepared, "__call__", checked)
