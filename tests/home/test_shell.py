"""What stands around every page."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from home.models import Purpose, SiteSettings
from home.shell import shell_for
from tests.factories.comments import make_hearing, send
from tests.factories.home import make_english_home, make_settings, make_standard_page
from tests.factories.policy import make_adopted, make_page

pytestmark = pytest.mark.django_db


def shell_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return response.context["shell"]


def urls(shell):
    return {language.code: language.url for language in shell.languages}


def in_menu(page, wanted=True):
    page.show_in_menus = wanted
    page.save_revision().publish()
    return page


def test_a_page_that_is_not_for_all_is_named_nowhere(client):
    page = in_menu(make_standard_page("Kun for udvalget", purpose=Purpose.ABOUT))
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    shell = shell_of(client, "/da/")
    assert "Kun for udvalget" not in [link.title for link in shell.navigation + shell.legal]


def test_drafts_and_pages_outside_the_menu_are_not_in_the_navigation(client):
    in_menu(make_standard_page("Kladde")).unpublish()
    in_menu(make_standard_page("Bagved"), wanted=False)
    assert [link.title for link in shell_of(client, "/da/").navigation] == ["Høringer", "Søg"]


def test_the_navigation_is_the_tree_and_then_hearings_and_search(client):
    page = in_menu(make_page())
    make_adopted(page)
    in_menu(make_standard_page("Under", parent=make_standard_page("Om")))
    links = shell_of(client, "/da/politik/udgaver/").navigation
    assert [(link.title, link.url, link.is_current) for link in links] == [
        ("Samskabelsespolitik", "/da/politik/", True),
        ("Høringer", "/da/hoeringer/", False),
        ("Søg", "/da/soeg/", False),
    ]


def test_english_pages_have_english_links_only(client):
    home = make_english_home()
    in_menu(make_standard_page("Om siden", purpose=Purpose.ABOUT))
    in_menu(make_standard_page("About this site", parent=home, purpose=Purpose.ABOUT))
    shell = shell_of(client, "/en/")
    assert [link.title for link in shell.navigation] == ["About this site", "Hearings", "Search"]
    assert [link.url for link in shell.legal] == ["/en/about-this-site/"]


def test_danish_is_never_shown_under_the_english_address(client):
    make_adopted(make_page())
    assert client.get("/en/").status_code == 404
    assert client.get("/en/politik/").status_code == 404


def test_an_english_home_page_that_is_not_live_is_no_page(client):
    make_english_home().unpublish()
    assert client.get("/en/").status_code == 404
    assert list(urls(shell_of(client, "/da/"))) == ["da"]


def test_a_page_without_translation_leads_to_where_that_is_said(client):
    make_english_home()
    page = make_standard_page("Om siden")
    shell = shell_of(client, page.url)
    assert urls(shell) == {"da": "/da/om-siden/", "en": f"/en/not-translated/{page.pk}/"}
    assert shell.alternates == []


def test_every_address_of_a_policy_leads_to_the_same_place_in_the_other_language(client):
    home = make_english_home()
    page = make_page()
    edition = make_adopted(page)
    english = page.copy_for_translation(home.locale)
    english.title, english.slug, english.live = "Policy", "policy", True
    english.save_revision().publish()
    code = edition.texts.get().content[1]["code"]
    pairs = {
        "/da/politik/": "/en/policy/",
        "/da/politik/udgaver/": "/en/policy/editions/",
        "/da/politik/udgaver/1/": "/en/policy/editions/1/",
        f"/da/politik/afsnit/{code}/": f"/en/policy/passages/{code}/",
    }
    for danish, other in pairs.items():
        shell = shell_of(client, danish)
        assert urls(shell) == {"da": danish, "en": other}
        assert [a.code for a in shell.alternates] == ["da", "en"]
        assert client.get(other).status_code == 200


def test_other_views_lead_to_themselves_in_the_other_language(client):
    make_english_home()
    submission = send(make_hearing())
    with translation.override("da"):
        receipt = reverse("comments:receipt", args=[submission.receipt_secret])
    assert urls(shell_of(client, receipt))["en"] == f"/en/receipt/{submission.receipt_secret}/"
    assert urls(shell_of(client, "/da/soeg/?q=frist&utm=x"))["en"] == "/en/search/?q=frist"
    assert urls(shell_of(client, "/da/hoeringer/?page=1&utm=x"))["en"] == "/en/hearings/?page=1"


@pytest.mark.parametrize("evil", ["//evil.example/", "/\\evil.example", "javascript:alert(1)"])
def test_row_55_no_parameter_changes_where_a_language_leads(client, evil):
    make_english_home()
    shell = shell_of(client, f"/da/soeg/?next={evil}&q={evil}")
    assert urls(shell)["en"].startswith("/en/search/?")


def test_names_are_in_the_pages_language_and_danish_where_there_is_no_other(client):
    make_english_home()
    make_settings(english={"municipality": "Viby Municipality"})
    assert shell_of(client, "/da/").municipality == "Viby Kommune"
    shell = shell_of(client, "/en/")
    assert shell.municipality == "Viby Municipality"
    assert shell.settings.office == "Byrådssekretariatet"


def test_a_site_without_settings_still_has_a_name(client):
    assert shell_of(client, "/da/").municipality == "Samskabelse"


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_shell_takes_four_queries_however_much_there_is(
    rf, language, django_assert_max_num_queries
):
    home = make_english_home()
    make_settings(english={})
    for purpose in Purpose:
        in_menu(make_standard_page(f"Side {purpose}", purpose=purpose))
        in_menu(make_standard_page(f"Page {purpose}", parent=home, purpose=purpose))
    page = make_page()
    ContentType.objects.get_for_model(page)
    request = rf.get(f"/{language}/")
    request.resolver_match = None
    page.get_url(request)  # Wagtail keeps the sites' roots in the cache
    with translation.override(language), django_assert_max_num_queries(4):
        shell = shell_for(request, page)
        assert shell_for(request, page) is shell
    assert len(shell.legal) == len(Purpose)


def test_reading_writes_nothing(client):
    client.get("/da/")
    client.get("/tema.css")
    assert not SiteSettings.objects.exists()
