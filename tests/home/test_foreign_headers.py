"""Rows 54 and 56: what a visitor or a cache adds to a request changes no page."""

import pytest

from tests.comments.citizen import address, post, token_for
from tests.factories.comments import make_hearing

pytestmark = pytest.mark.django_db
EVIL = "evil.example"
FOREIGN = {
    "X-Forwarded-Host": EVIL,
    "X-Host": EVIL,
    "X-Forwarded-Server": EVIL,
    "X-Original-URL": "/en/",
    "X-Rewrite-URL": "/en/",
    "X-Forwarded-Prefix": "/evil",
    "Forwarded": f"host={EVIL};proto=http",
    "X-HTTP-Method-Override": "POST",
    "Accept-Language": "en",
}


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def places(hearing):
    return [
        "/da/",
        f"/da/hoeringer/{hearing.pk}/",
        "/da/soeg/?q=svar",
        "/da/hoeringer/hoeringer.atom",
        "/api/v1/hearings",
        "/da/findes-ikke/",
        "/",
    ]


@pytest.mark.parametrize("name", FOREIGN)
def test_row_54_and_56_no_foreign_header_changes_a_page(client, places, name):
    for place in places:
        plain = client.get(place)
        other = client.get(place, headers={name: FOREIGN[name]})
        assert other.status_code == plain.status_code, place
        assert other.get("Location") == plain.get("Location"), place
        assert EVIL not in other.content.decode(), place
        assert other.get("Content-Language") == plain.get("Content-Language"), place
        if plain.status_code == 200:
            assert other.content == plain.content, place


def test_row_54_the_receipt_is_at_the_sites_own_address(client, hearing):
    headers = {"Origin": "http://testserver", "X-Forwarded-Host": EVIL}
    response = post(client, address(hearing), token=token_for(hearing), headers=headers)
    assert response.status_code == 303
    assert EVIL not in response["Location"]


def test_row_56_nothing_varies_by_who_reads(client, places):
    for place in places:
        varies = {part.strip().lower() for part in client.get(place).get("Vary", "").split(",")}
        assert not varies & {"cookie", "accept-language", "user-agent", "*"}, place


def test_row_56_a_parameter_that_means_nothing_stands_nowhere(client, places):
    for place in [*places, "/da/hoeringer/", "/da/hoeringer/kalender/"]:
        mark = "&" if "?" in place else "?"
        page = client.get(f"{place}{mark}utm_source=kanarie&page=1").content.decode()
        assert "kanarie" not in page, place


def test_row_56_an_error_is_stored_nowhere(client):
    for place in ("/da/findes-ikke/", "/en/nothing/", "/da/hoeringer/999/"):
        answer = client.get(place)
        assert answer.status_code == 404
        assert "no-store" in answer["Cache-Control"], place
