"""The language switch keeps the place; a page that is not in a language says so and offers its own."""

import pytest
from wagtail.models import Locale, PageViewRestriction

from tests.factories.home import make_english_home, make_standard_page
from tests.factories.policy import make_adopted, make_page

pytestmark = pytest.mark.django_db


def address(page, rest=""):
    return f"/en/not-translated/{page.pk}/{rest}"


@pytest.fixture
def english():
    return make_english_home()


@pytest.fixture
def policy(english):
    page = make_page()
    make_adopted(page)
    return page


def test_a_page_that_is_not_public_is_not_betrayed(client, english):
    page = make_standard_page("Kladde")
    page.unpublish()
    assert client.get(address(page)).status_code == 404
    hidden = make_standard_page("Kun for udvalget")
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    assert client.get(address(hidden)).status_code == 404


def test_a_policy_without_a_public_edition_is_not_betrayed(client, english):
    assert client.get(address(make_page())).status_code == 404


@pytest.mark.parametrize("number", ["0", "999999999", "9" * 30])
def test_a_page_that_does_not_exist_is_404(client, english, number):
    assert client.get(f"/en/not-translated/{number}/").status_code == 404


@pytest.mark.parametrize(
    "evil", ["//evil.example/", "/%5Cevil.example", "javascript:alert(1)", "https:///evil", "x/y/"]
)
def test_row_55_whatever_follows_leads_to_the_page_itself_and_nowhere_else(client, policy, evil):
    response = client.get(address(policy, evil), {"next": "//evil.example"})
    assert response.headers["Location"] == address(policy)
    response = client.get(address(policy), {"next": "//evil.example"})
    assert [offer.url for offer in response.context["offers"]] == ["/da/politik/"]
    assert "evil" not in response.text


def test_the_source_is_offered_in_its_own_language_and_name(client, policy):
    response = client.get(address(policy))
    assert response.status_code == 200
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert 'href="/da/politik/" lang="da" hreflang="da" dir="ltr">Dansk</a>' in response.text
    assert "Not translated yet" in response.text


def test_the_switch_keeps_the_edition_and_the_passage(client, policy):
    shell = client.get("/da/politik/udgaver/1/").context["shell"]
    led = {language.code: language.url for language in shell.languages}["en"]
    assert led == address(policy, "udgaver/1/")
    offers = client.get(led).context["offers"]
    assert [offer.url for offer in offers] == ["/da/politik/udgaver/1/"]


def test_as_soon_as_there_is_a_translation_the_address_leads_to_the_same_place_in_it(
    client, policy, english
):
    other = policy.copy_for_translation(Locale.objects.get(language_code="en"))
    other.title, other.slug, other.live = "Policy", "policy", True
    other.save_revision().publish()
    response = client.get(address(policy, "udgaver/1/"))
    assert response.status_code == 302
    assert response.headers["Location"] == "/en/policy/editions/1/"


def test_row_56_the_browsers_language_and_unknown_parameters_change_nothing(client, policy):
    plain = client.get(address(policy))
    other = client.get(
        address(policy),
        {"utm_source": "x"},
        HTTP_ACCEPT_LANGUAGE="ar",
        HTTP_X_FORWARDED_HOST="evil",
    )
    assert other.text == plain.text
    assert "Accept-Language" not in plain.headers.get("Vary", "")
    assert not plain.cookies
