"""The list of participation forms that a theme chooses from is read once for a request."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from policy.block_choices import begin_request, end_request, participation_form_choices
from tests.factories.policy import block, edit, make_page

pytestmark = pytest.mark.django_db


def form(number, heading):
    return block("participation_form", {"heading": heading, "what": "<p>Et møde.</p>"}, number)


@pytest.fixture
def policy_page():
    return make_page(body=[form(201, "Borgermøde")])


@pytest.fixture
def request_runs():
    begin_request()
    yield
    end_request()


def names() -> list[str]:
    return [name for _id, name in participation_form_choices()]


def test_outside_a_request_it_is_read_each_time(policy_page):
    assert names() == ["Borgermøde"]
    edit(policy_page, body=[form(201, "Folkemøde")])
    assert names() == ["Folkemøde"]


def test_a_request_reads_it_once(policy_page, request_runs):
    names()
    with CaptureQueriesContext(connection) as queries:
        assert names() == ["Borgermøde"]
    assert len(queries) == 0


def test_a_draft_saved_in_the_same_request_is_seen(policy_page, request_runs):
    names()
    edit(policy_page, body=[form(201, "Folkemøde")])
    assert names() == ["Folkemøde"]


def test_the_next_request_reads_it_anew(policy_page, request_runs, monkeypatch):
    names()
    end_request()
    begin_request()
    with CaptureQueriesContext(connection) as queries:
        names()
    assert len(queries) > 0


def test_with_several_policies_each_form_says_whose_it_is(policy_page):
    make_page(title="Ældrepolitik", slug="aeldre", body=[form(202, "Besøg")])
    assert names() == ["Borgermøde (Samskabelsespolitik)", "Besøg (Ældrepolitik)"]
