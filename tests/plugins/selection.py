"""Which tests run where, and what is said at the end about those that could not."""

import os
from collections import Counter

import pytest

POSTGRES = "PostgreSQL"
MISSING = "missing: "


def missing(service: str) -> None:
    """Stop the test since a service is not there; the end of the run lists it by name."""
    pytest.skip(f"{MISSING}{service}")


def on_postgres() -> bool:
    """Say whether this run is the one on PostgreSQL."""
    return os.environ.get("DATABASE_URL", "").startswith("postgres")


def second_run_follows() -> bool:
    """Say whether the tests marked `database` get a run of their own on PostgreSQL."""
    return on_postgres() or bool(os.environ.get("DATABASE_URL_POSTGRES"))


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="also run the tests marked long")


def was_seen(item) -> bool:
    """Tell whether the run on SQLite has said it all: where a test takes one backend of the search
    after the other, what Elasticsearch answers does not depend on where the rows are."""
    parameters = item.callspec.params if hasattr(item, "callspec") else {}
    return on_postgres() and "elasticsearch" in parameters.values()


def pytest_collection_modifyitems(config, items):
    """Leave out long tests unless asked for, and what the run on the other database does."""
    chosen, left = [], []
    for item in items:
        too_long = item.get_closest_marker("long") and not config.getoption("--long")
        elsewhere = item.get_closest_marker("postgres") and not on_postgres()
        if elsewhere and not second_run_follows():
            item.add_marker(pytest.mark.skip(reason=f"{MISSING}{POSTGRES}"))
            elsewhere = False
        (left if too_long or elsewhere or was_seen(item) else chosen).append(item)
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = chosen


def not_run(reporter) -> Counter:
    """Count, for each service that is missing, the tests that did not run for lack of it."""
    counts = Counter()
    for report in reporter.stats.get("skipped", []):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
        _before, mark, service = reason.partition(MISSING)
        if mark:
            counts[service] += 1
    if not second_run_follows():
        ran = [r for status in ("passed", "failed") for r in reporter.stats.get(status, [])]
        counts[POSTGRES] += sum(r.when == "call" and "database" in r.keywords for r in ran)
    return +counts


def pytest_terminal_summary(terminalreporter):
    """List what is missing: a test that did not run is never passed over in silence."""
    counts = not_run(terminalreporter)
    if counts:
        listed = ", ".join(f"{name}: {count} tests" for name, count in sorted(counts.items()))
        terminalreporter.write_line(f"Not run, because missing: {listed}", red=True, bold=True)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session, exitstatus):
    """Where services are required (`REQUIRE_SERVICES=1`), a missing one fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    required = os.environ.get("REQUIRE_SERVICES") == "1"
    is_worker = hasattr(session.config, "workerinput")
    if required and not is_worker and reporter and exitstatus == 0 and not_run(reporter):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
