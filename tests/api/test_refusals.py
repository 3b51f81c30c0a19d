"""Whatever is asked for wrongly is refused in JSON, says nothing back of what was sent, and never fails."""

import pytest
from django.test import Client
from django.urls import get_resolver

from tests.factories.api import ROOT, ask, policy_of
from tests.factories.policy import make_adopted, make_page

pytestmark = [pytest.mark.django_db, pytest.mark.database]
POLICY = "3f2b8c1e-0000-4000-8000-000000000000"
HUGE = "9" * 400


def patterns():
    [resolver] = [entry for entry in get_resolver().url_patterns if str(entry.pattern) == "api/v1/"]
    return resolver.url_patterns


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
@pytest.mark.parametrize("path", ["/policies", "/openapi.json", f"/policies/{POLICY}", "/nothing"])
def test_nothing_is_written_through_the_api(method, path):
    client = Client(enforce_csrf_checks=True, HTTP_ORIGIN="https://elsewhere.example")
    response = client.generic(method, f"{ROOT}{path}", b'{"a": 1}', "application/json")
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD"
    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == 405


def test_every_address_of_the_api_is_guarded():
    assert all(pattern.callback.only_reads for pattern in patterns())


@pytest.mark.parametrize(
    "path",
    ["/", "/x", "/policies/", f"/policies/{POLICY}", f"/policies/{POLICY}/editions/x", "/docs"]
    + [f"/editions/{POLICY}/1", f"/editions/{POLICY}/1/passages", f"/passages/{POLICY}/bcdfgh"]
    + [f"/editions/{POLICY}/1/fates", "/hearings/1", f"/hearings/{2**63 - 1}"],
)
def test_what_is_not_there_is_a_problem_in_json(path):
    assert ask(path, 404)["title"] == "Not Found"


@pytest.mark.parametrize(
    "path",
    ["/policies/x", "/policies/1", f"/policies/{POLICY}x", f"/editions/{POLICY}/0"]
    + [f"/editions/{POLICY}/{key}" for key in ("1-", "-1", "1-1-1", HUGE, "x", "١", "1%0A")]
    + [f"/passages/{POLICY}/{code}" for code in ("x", "UPPER", "a" * 300, "abc%20def", "æøåæøå")]
    + ["/hearings/x", "/hearings/0", f"/hearings/{HUGE}", f"/hearings/{2**63}", "/hearings/-1"],
)
def test_an_address_that_can_not_be_is_refused(path):
    assert ask(path, 422)["errors"]


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        (path, name, value)
        for path in ("/policies", "/comments", "/outcomes")
        for name, value in [
            ("page", "0"),
            ("page", "x"),
            ("page", HUGE),
            ("page", "1\x00"),
            ("page_size", "101"),
            ("page_size", "-1"),
        ]
    ]
    + [
        ("/comments", "policy", "\x00"),
        ("/comments", "policy", "<script>"),
        ("/comments", "hearing", str(2**63)),
        ("/comments", "passage", "\x00" * 6),
        ("/comments", "edition", "1\n"),
    ],
)
def test_row_4_a_parameter_that_can_not_be_is_refused_and_not_repeated(path, name, value):
    found = ask(path, 422, **{name: value})
    assert [error["parameter"] for error in found["errors"]] == [name]
    if len(value) > 6:
        assert value not in str(found)


@pytest.mark.parametrize("value", ["<script>alert(1)</script>", "\x00", b"\xff\xfe", HUGE])
def test_row_4_a_parameter_that_means_nothing_is_not_repeated(value):
    make_adopted(make_page())
    found = ask("/policies", sort=value, page_size=1)
    assert found["count"] == 1


def test_a_page_beyond_the_last_is_not_found():
    make_adopted(make_page())
    ask("/policies", 404, page=2)
    assert ask("/comments")["items"] == []


def test_the_next_page_is_named_by_the_sites_own_address(settings):
    settings.BASE_URL = "https://kommune.example"
    page = make_page()
    for _ in range(3):
        make_adopted(page)
    path = f"/policies/{policy_of(page)}/editions"
    client = Client(SERVER_NAME="localhost")
    first = client.get(f"{ROOT}{path}?page_size=2&sort=x").json()
    assert first["count"] == 3
    assert first["next"] == f"https://kommune.example{ROOT}{path}?page=2&page_size=2"
    second = ask(path, page=2, page_size=2)
    assert [item["key"] for item in first["items"] + second["items"]] == ["3", "2", "1"]
    assert second["next"] is None


def test_an_edition_or_a_passage_of_no_policy_is_not_found():
    ask("/comments", 404, edition="1-1")
    ask("/comments", 404, passage="bcdfgh")


def test_more_parameters_than_a_request_may_have_are_refused(settings):
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 5
    assert ask("/policies?" + "&".join(f"a{n}=1" for n in range(9)), 400)["status"] == 400
