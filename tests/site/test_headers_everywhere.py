"""One set of security headers on whatever is answered; a looser content policy in the admin alone."""

import pytest
from django.test import override_settings
from django.urls import path

from comments.reading.places import form_url
from config import urls
from tests.factories.comments import make_hearing, send
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db

CITIZENS = (
    "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; "
    "frame-ancestors 'none'; img-src 'self'; manifest-src 'self'; script-src 'self'; "
    "style-src 'self'"
)
HEADERS = {
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
}
SHARED = (*HEADERS, "Content-Security-Policy", "X-Frame-Options")


def broken(request):
    raise RuntimeError


urlpatterns = [path("da/broken/", broken), *urls.urlpatterns]
handler400, handler403 = urls.handler400, urls.handler403
handler404, handler500 = urls.handler404, urls.handler500


@pytest.fixture
def visitor(client):
    """A client that gets the error page as a citizen does."""
    client.raise_request_exception = False
    with override_settings(ROOT_URLCONF=__name__):
        yield client


@pytest.fixture
def places():
    """An address for each kind of answer, with its status."""
    hearing = make_hearing()
    secret = send(hearing).receipt_secret
    return {
        "page": ("/da/", 200),
        "form": (form_url(hearing), 200),
        "receipt": (f"/da/kvittering/{secret}/", 200),
        "policy": (f"/da/hoeringer/{hearing.pk}/", 200),
        "colour": ("/tema.css", 200),
        "robots": ("/robots.txt", 200),
        "static file": ("/static/css/tokens.css", 200),
        "redirect": ("/", 302),
        "added slash": ("/da/hoeringer", 301),
        "not found": ("/da/findes-ikke/", 404),
        "missing file": ("/static/css/none.css", 404),
        "missing medium": ("/media/none.png", 404),
        "unreadable address": ("/da/%00/", 404),
        "wrong method": (f"/da/kvittering/{secret}/traek-tilbage/", 405),
        "error": ("/da/broken/", 500),
    }


def shared(response) -> dict[str, str]:
    """Return the headers that must be alike; the parts of a content policy have no order."""
    found = {name: response.headers.get(name, "") for name in SHARED}
    parts = sorted(found["Content-Security-Policy"].split("; "))
    return {**found, "Content-Security-Policy": "; ".join(parts)}


def test_every_answer_to_a_citizen_has_the_same_headers(visitor, places):
    policy = "; ".join(sorted(CITIZENS.split("; ")))
    for kind, (address, status) in places.items():
        response = visitor.get(address)
        assert response.status_code == status, kind
        found = shared(response)
        wanted = {**HEADERS, "Content-Security-Policy": policy, "X-Frame-Options": "DENY"}
        assert found == wanted, kind


def test_a_refused_form_has_them_too(visitor, places):
    address, _status = places["form"]
    refused = visitor.post(address, {"text": "x"})
    assert refused.status_code == 403
    assert shared(refused) == shared(visitor.get("/da/"))


def test_no_answer_to_a_citizen_sets_a_cookie(visitor, places):
    with_cookies = [kind for kind, (address, _) in places.items() if visitor.get(address).cookies]
    assert not with_cookies


@pytest.mark.parametrize("address", ["/admin/", "/admin/login/", "/admin/nothing/"])
def test_the_admin_may_have_scripts_in_its_pages(visitor, address):
    found = shared(visitor.get(address))
    assert "script-src 'self' 'unsafe-inline'" in found["Content-Security-Policy"]
    assert "default-src 'none'" in found["Content-Security-Policy"]
    assert {name: found[name] for name in HEADERS} == HEADERS


@pytest.mark.parametrize("address", ["/da/admin/", "/admins/", "//admin/", "/da/?next=/admin/"])
def test_nothing_else_may(visitor, address):
    visitor.force_login(make_user("boss", superuser=True))
    assert "unsafe-inline" not in visitor.get(address).headers["Content-Security-Policy"]


def test_a_failure_shows_no_trace(visitor):
    response = visitor.get("/da/broken/")
    assert response.status_code == 500
    for secret in ("Traceback", "RuntimeError", "broken(request)"):
        assert secret not in response.content.decode()
