"""Whatever is asked: no failure, and every answer is as the description says."""

import pytest
import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import (
    content_type_conformance,
    not_a_server_error,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from config.wsgi import application
from tests.factories.api import ROOT, policy_of
from tests.factories.comments import make_answer, make_comment, make_hearing
from tests.factories.policy import edit, make_adopted, make_page, principle

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
]
# Derived from the test's name alone, so that a failure comes again.
SAME = {
    "derandomize": True,
    "database": None,
    "deadline": None,
    "phases": [Phase.explicit, Phase.generate],
    # Nothing is written: one set of rows serves all examples.
    "suppress_health_check": [
        HealthCheck.function_scoped_fixture,
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
    ],
}
SCHEMA = schemathesis.openapi.from_wsgi(f"{ROOT}/openapi.json", application)
PATHS = sorted(SCHEMA)


@pytest.fixture
def one_connection(db):
    """A server closes its connection after a request; here that would end the test's transaction."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def real(one_connection) -> dict:
    """Return values at which there is something, by the names of parameters."""
    page = make_page()
    make_adopted(page)
    edit(page, body=[principle(1, statement="<p>Nye ord.</p>"), principle(2)])
    make_adopted(page)
    hearing = make_hearing(page)
    comments = [make_comment(hearing) for _ in range(2)]
    make_answer(comments[0])
    policy = policy_of(page)
    return {
        "policy": policy,
        "key": "2",
        "old": "1",
        "new": "2",
        "code": comments[0].passage.code,
        "hearing_id": hearing.pk,
    }


def ask(path: str, real: dict, examples: int) -> None:
    """Ask `examples` times as generated, and as often where there is something to be found."""

    @given(case=SCHEMA[path]["GET"].as_strategy())
    @settings(max_examples=examples, **SAME)
    def each(case):
        case.call_and_validate(checks=CHECKS)
        if case.path_parameters:
            case.path_parameters.update({name: real[name] for name in case.path_parameters})
            case.call_and_validate(checks=CHECKS)

    each()


@pytest.mark.parametrize("path", PATHS)
def test_nothing_that_is_asked_fails(path, real):
    ask(path, real, 15)


@pytest.mark.long
@pytest.mark.parametrize("path", PATHS)
def test_nothing_that_is_asked_fails_in_a_thousand_tries(path, real):
    ask(path, real, 1_000)
