"""Public answers have strong tags; what is a visitor's own, or not for everybody, has none."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from comments.reading.places import form_url
from tests.factories.api import policy_of
from tests.factories.comments import make_comment, make_hearing, send
from tests.factories.policy import make_adopted, make_page, make_user

pytestmark = pytest.mark.django_db
ANY = {"headers": {"If-None-Match": "*"}}


@pytest.fixture
def page():
    page = make_page()
    make_adopted(page)
    return page


def again(address: str, response):
    return Client().get(address, headers={"If-None-Match": response.headers["ETag"]})


def public_addresses(page) -> list[str]:
    api = f"/api/v1/editions/{policy_of(page)}/1"
    return [page.url, f"{page.url}udgaver/1/", f"{page.url}udgaver/", api, f"{api}/passages"]


def test_row_42_a_page_that_was_closed_never_says_that_it_has_not_changed(page, client):
    addresses = public_addresses(page)
    before = {address: client.get(address) for address in addresses}
    PageViewRestriction.objects.create(page=page, restriction_type="password", password="x")
    for address in addresses:
        for response in (again(address, before[address]), Client().get(address, **ANY)):
            assert response.status_code != 304, address
            assert "ETag" not in response.headers, address


def test_row_42_an_edition_that_is_not_public_has_no_tag(page, client):
    for key in ("2", "2-1"):
        for address in (f"{page.url}udgaver/{key}/", f"/api/v1/editions/{policy_of(page)}/{key}"):
            response = client.get(address, **ANY)
            assert response.status_code == 404
            assert "ETag" not in response.headers


def test_pages_with_a_secret_and_forms_have_no_tag(page, client):
    hearing = make_hearing(page)
    secret = send(hearing).receipt_secret
    for address in (f"/da/kvittering/{secret}/", form_url(hearing), form_url(hearing)):
        response = client.get(address, **ANY)
        assert response.status_code == 200
        assert "no-store" in response.headers["Cache-Control"]
        assert "ETag" not in response.headers


def test_the_admin_and_the_health_of_the_process_have_no_tag(client):
    client.force_login(make_user("boss", superuser=True))
    for address in ("/admin/login/", "/admin/", "/healthz", "/readyz"):
        assert "ETag" not in client.get(address).headers, address


def test_what_has_not_changed_is_not_sent_again(page):
    for address in public_addresses(page):
        first = Client().get(address)
        assert first.headers["ETag"].startswith('"'), address
        second = again(address, first)
        assert (second.status_code, second.content) == (304, b""), address
        assert second.headers["ETag"] == first.headers["ETag"]
        assert "default-src 'none'" in second.headers["Content-Security-Policy"]
        assert Client().head(address).headers["ETag"] == first.headers["ETag"], address


def test_what_has_changed_is_sent_again(page):
    hearing = make_hearing(page)
    first = Client().get(page.url)
    assert again(page.url, first).status_code == 304
    make_comment(hearing)
    assert again(page.url, first).status_code == 200


def test_a_frozen_answer_is_known_by_its_seal_before_its_passages_are_read(
    page, django_assert_max_num_queries
):
    address = f"/api/v1/editions/{policy_of(page)}/1/passages"
    first = Client().get(address)
    with django_assert_max_num_queries(4) as captured:
        assert again(address, first).status_code == 304
    assert not [q for q in captured.captured_queries if 'FROM "policy_wording"' in q["sql"]]
    for other in ("?page_size=1", "?language=da"):
        assert Client().get(address + other).headers["ETag"] != first.headers["ETag"]


def test_a_frozen_answer_changes_with_the_addresses_in_it(page):
    address = f"/api/v1/editions/{policy_of(page)}/1/passages"
    first = Client().get(address)
    page.slug = "ny-adresse"
    page.save()
    assert again(address, first).status_code == 200
