"""Addresses outside every language."""

import datetime

import pytest
from django.db import DatabaseError
from django.test import override_settings
from django.utils import timezone

from home.models import Purpose
from home.theme import theme_address
from tests.factories.home import make_english_home, make_settings, make_standard_page
from tests.factories.policy import make_adopted, make_hearing_version, make_page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("wanted", ["en", "ar", "en;q=0.9,da;q=0.1", ""])
def test_the_front_leads_to_danish_whatever_the_browser_prefers(client, wanted):
    response = client.get("/", headers={"accept-language": wanted})
    assert (response.status_code, response["Location"]) == (302, "/da/")
    assert "max-age=3600" in response["Cache-Control"]
    assert "Accept-Language" not in response.get("Vary", "")
    assert not response.cookies


def test_the_short_address_of_the_accessibility_statement_is_404_without_one(client):
    assert client.get("/was").status_code == 404


@pytest.mark.parametrize("address", ["/was", "/was/"])
def test_the_short_address_leads_to_the_danish_statement(client, address):
    page = make_standard_page("Tilgængelighed", purpose=Purpose.ACCESSIBILITY)
    response = client.get(address)
    assert (response.status_code, response["Location"]) == (301, page.url)
    assert "max-age=3600" in response["Cache-Control"]


def test_a_statement_that_is_not_live_is_not_led_to(client):
    make_standard_page("Tilgængelighed", purpose=Purpose.ACCESSIBILITY).unpublish()
    assert client.get("/was").status_code == 404


def test_the_colour_is_the_only_thing_in_its_stylesheet_and_kept_for_a_year_by_version(client):
    make_settings(accent="#8a1f5c")
    address = theme_address("#8a1f5c")
    response = client.get(address)
    assert response.content == b":root, [data-accent] { --accent: #8a1f5c; }\n"
    assert response["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in response["Cache-Control"]
    assert "immutable" not in client.get("/tema.css")["Cache-Control"]
    assert "immutable" not in client.get("/tema.css?v=other")["Cache-Control"]


def test_another_colour_has_another_address():
    assert theme_address("#8a1f5c") != theme_address("#8a1f5d")


def test_machines_are_kept_out_of_the_admin_and_of_endless_results(client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert {"Disallow: /admin/", "Disallow: /da/soeg/", "Disallow: /en/search/"} <= set(lines)
    assert any(line.startswith("Sitemap: http") for line in lines)


@override_settings(BASE_URL="https://viby.example")
def test_the_sitemap_lists_what_is_public_and_nothing_else(client):
    make_english_home()
    page = make_page()
    make_adopted(page)
    hidden = make_standard_page("Kladde")
    hidden.unpublish()
    make_hearing_version(page, public_from=timezone.now() + datetime.timedelta(days=1))
    response = client.get("/sitemap.xml")
    body = response.content.decode()
    assert response["Content-Type"] == "application/xml; charset=utf-8"
    assert "<loc>https://viby.example/da/</loc>" in body
    assert 'hreflang="en" href="https://viby.example/en/"' in body
    assert "<loc>https://viby.example/da/politik/udgaver/1/</loc>" in body
    assert "/da/politik/afsnit/" in body
    assert "udgaver/2-1" not in body
    assert "kladde" not in body


def test_a_policy_without_a_public_edition_is_not_in_the_sitemap(client):
    make_page()
    assert "politik" not in client.get("/sitemap.xml").content.decode()


def test_alive_asks_no_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz").status_code == 200


def test_ready_says_when_the_database_does_not_answer(client, monkeypatch):
    assert client.get("/readyz").status_code == 200

    def broken():
        raise DatabaseError

    monkeypatch.setattr("home.views.connection.cursor", broken)
    assert client.get("/readyz").status_code == 503
