"""Every prepared query of every test must be what its builder makes of the same values just then."""

import pytest


class NotAsBuiltNow(AssertionError):
    """A prepared query kept something that changes: the clock, the language, a setting."""


@pytest.fixture(autouse=True)
def prepared_queries_are_as_built_now(monkeypatch):
    """Build each prepared query anew, without slots, and compare before it is run."""
    from django.db import connection

    from policy.reading.prepared import Prepared

    run = Prepared.__call__

    def checked(query, *shape, **values):
        made = query.made(shape, connection)
        kept = made.sql, query.bind(made, values, connection)
        now = query.build(*shape, **values).query.sql_with_params()
        if kept != now:
            raise NotAsBuiltNow(f"{kept}\n{now}")
        return run(query, *shape, **values)

    monkeypatch.setattr(Prepared, "__call__", checked)
