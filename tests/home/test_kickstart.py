"""`kickstart` makes an empty real site: all that the product asks for, and nothing public of a policy."""

import io

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.urls import reverse
from wagtail.models import Site

from accounts.models import User
from accounts.roles import Role
from comments.models import Reason
from home.models import HomePage, SiteSettings, StandardPage
from policy.checklist import ask_all
from policy.checklist.shapes import candidate_of_page
from policy.kinds import EIGHT_QUESTIONS
from policy.models import Edition, PolicyPage
from policy.reviews import wants_review
from tests.factories.policy import make_page, make_user
from tests.plugins.remembered import remembered

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def kickstart(name="Viby Kommune") -> str:
    out = io.StringIO()
    call_command("kickstart", municipality=name, stdout=out)
    return out.getvalue()


def rows() -> dict:
    return {model: model.objects.count() for model in apps.get_models() if model._meta.managed}


def test_a_site_with_a_policy_is_left_alone():
    make_page()
    before = rows()
    with pytest.raises(CommandError, match="content of its own"):
        kickstart()
    assert rows() == before


def test_another_municipalitys_site_is_left_alone():
    kickstart()
    before = rows()
    with pytest.raises(CommandError, match="content of its own"):
        kickstart("Andeby Kommune")
    assert rows() == before


@pytest.mark.parametrize("name", ["", "  ", "x" * 200])
def test_a_name_that_is_none_makes_nothing(name):
    before = rows()
    with pytest.raises(CommandError):
        kickstart(name)
    assert rows() == before


def test_a_fault_on_the_way_leaves_nothing(monkeypatch):
    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr("home.kickstart.load.ask_for_review", fail)
    before = rows()
    with pytest.raises(RuntimeError):
        kickstart()
    assert rows() == before


def test_again_changes_nothing():
    kickstart()
    before = rows()
    assert "there already" in kickstart()
    assert rows() == before


@pytest.fixture
def site():
    remembered(("kickstart",), kickstart)
    return SiteSettings.objects.get(site=Site.objects.get(is_default_site=True))


def test_the_names_are_filled_in_and_the_contact_is_left(site):
    assert (site.municipality, site.place) == ("Viby Kommune", "Viby")
    assert (site.phone, site.email, site.postal_address) == ("", "", "")


def test_there_are_roles_and_no_people(site):
    assert not User.objects.exists()
    names = set(Group.objects.values_list("name", flat=True))
    assert {role.value for role in Role} | {"Juridisk gennemsyn"} <= names


def test_both_home_pages_greet_in_their_language(site, client):
    assert HomePage.objects.live().count() == 2
    assert "Samskabelse i Viby" in client.get("/da/").content.decode()
    assert "Co-creation in Viby" in client.get("/en/").content.decode()


def test_the_legal_pages_are_found_where_the_law_wants_them(site, client):
    assert StandardPage.objects.live().count() == 10
    assert client.get("/was", follow=True).status_code == 200
    for page in StandardPage.objects.all():
        shown = client.get(page.url).content.decode()
        assert "Kløverå" not in shown
        assert "@" not in page.body.get_prep_value()[0]["value"]
    assert "Viby Kommune" in client.get("/da/privatliv/").content.decode()


def test_reasons_are_there_for_the_first_moderator(site):
    assert Reason.objects.count() > 10


def test_nothing_of_the_policy_is_public(site, client):
    page = PolicyPage.objects.get()
    assert not page.live
    assert not Edition.objects.exists()
    assert client.get("/da/samskabelsespolitik/").status_code == 404
    assert "samskabelsespolitik" not in client.get("/sitemap.xml").content.decode()


def test_the_draft_has_a_place_for_each_of_the_eight_questions(site):
    body = PolicyPage.objects.get().get_latest_revision_as_object().body.raw_data
    asked = {number for block in body for number in block["value"].get("questions", [])}
    assert asked == {str(number) for number, _question in EIGHT_QUESTIONS}
    principles = [block for block in body if block["type"] == "principle"]
    assert principles[0]["value"]["heading"].startswith("Kræver ægte samskabelse")
    assert len({block["id"] for block in body}) == len(body)


def test_what_is_not_written_is_named_and_the_lawyers_are_asked(site):
    page = PolicyPage.objects.get()
    found = {item.key: item.level for item in ask_all(candidate_of_page(page))}
    assert found["empty_fields"] == "warns"
    assert found["legal_review"] == "blocks"
    assert wants_review(page)


def test_the_editor_can_open_the_draft_and_the_adopt_screen(site, client):
    client.force_login(make_user("boss", superuser=True))
    page = PolicyPage.objects.get()
    for name in ("wagtailadmin_pages:edit", "policy_adopt", "wagtailadmin_pages:view_draft"):
        assert client.get(reverse(name, args=[page.pk])).status_code == 200, name
