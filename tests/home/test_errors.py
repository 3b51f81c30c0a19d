"""Error pages: the right language, a reference number, the same headers, no database for 500."""

import re

import pytest
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path

from config import urls
from home import errors
from tests.factories.home import make_english_home, make_settings

pytestmark = pytest.mark.django_db
REFERENCE = re.compile(r"[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}")
HEADERS = [
    "Content-Security-Policy",
    "Cross-Origin-Resource-Policy",
    "Cross-Origin-Embedder-Policy",
    "Cross-Origin-Opener-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
]


def broken(request, language):
    raise RuntimeError("anna@viby.example said something secret")


def database_is_away(request, language):
    raise OperationalError


def forbidden(request, language):
    raise PermissionDenied


def suspicious(request, language):
    raise SuspiciousOperation


def fine(request, language):
    return HttpResponse("fine")


urlpatterns = [
    path("<slug:language>/broken/", broken),
    path("<slug:language>/away/", database_is_away),
    path("<slug:language>/forbidden/", forbidden),
    path("<slug:language>/suspicious/", suspicious),
    path("<slug:language>/fine/", fine),
    *urls.urlpatterns,
]
handler400 = "home.errors.bad_request"
handler403 = "home.errors.forbidden"
handler404 = "home.errors.not_found"
handler500 = "home.errors.server_error"


@pytest.fixture
def visitor(client):
    """A client that gets the error page as a citizen does."""
    client.raise_request_exception = False
    with override_settings(ROOT_URLCONF=__name__):
        yield client


@pytest.mark.parametrize(
    ("address", "status"),
    [("broken", 500), ("away", 500), ("forbidden", 403), ("suspicious", 400), ("nowhere", 404)],
)
@pytest.mark.parametrize(("language", "words"), [("da", "forside"), ("en", "front page")])
def test_every_error_is_told_in_the_language_of_the_path(visitor, address, status, language, words):
    response = visitor.get(f"/{language}/{address}/")
    html = response.content.decode()
    assert response.status_code == status
    assert f'<html lang="{language}"' in html
    assert words in html
    assert (response["Content-Language"], response["Cache-Control"]) == (language, "no-store")
    assert not response.cookies


def test_what_has_no_language_is_told_in_danish(visitor):
    assert '<html lang="da"' in visitor.get("/nowhere").content.decode()


def test_the_number_on_the_page_is_in_the_log_and_the_cause_is_not_on_the_page(visitor, caplog):
    html = visitor.get("/da/broken/").content.decode()
    reference = REFERENCE.search(html)[0]
    assert reference in caplog.text
    assert "secret" not in html
    assert "RuntimeError" not in html


def test_the_500_page_asks_no_database(rf, django_assert_num_queries):
    make_settings()
    with django_assert_num_queries(0):
        html = errors.server_error(rf.get("/da/politik/")).content.decode()
    assert REFERENCE.search(html)


def test_a_broken_error_page_still_answers_with_the_number(rf, monkeypatch):
    def fail(*_args, **_kwargs):
        raise OSError

    monkeypatch.setattr("home.errors.render_to_string", fail)
    response = errors.server_error(rf.get("/en/politik/"))
    html = response.content.decode()
    assert response.status_code == 500
    assert 'lang="en"' in html
    assert REFERENCE.search(html)


@pytest.mark.parametrize(
    "path_", ["<script>alert(1)</script>", "%22onload=alert(1)", "da/alert(1)"]
)
def test_row_4_the_address_is_never_repeated_on_the_page(visitor, path_):
    html = visitor.get(f"/{path_}").content.decode()
    assert "alert(1)" not in html


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example"])
def test_row_54_a_foreign_host_is_a_bad_request_without_links_to_it(visitor, host):
    response = visitor.get("/da/", headers={"host": host})
    assert response.status_code == 400
    assert "evil" not in response.content.decode()


def test_row_71_the_same_headers_stand_on_every_answer(visitor):
    make_english_home()
    right = visitor.get("/da/fine/")
    assert all(right.has_header(name) for name in HEADERS), [
        name for name in HEADERS if not right.has_header(name)
    ]
    for address in (
        "/",
        "/da/",
        "/en/",
        "/tema.css",
        "/robots.txt",
        "/da/nowhere/",
        "/da/broken/",
        "/en/forbidden/",
        "/da/suspicious/",
        "/da/with\x00nul/",
        "/static/css/base.css",
        "/healthz",
    ):
        response = visitor.get(address)
        found = {name: response.get(name) for name in HEADERS}
        assert found == {name: right[name] for name in HEADERS}, address
