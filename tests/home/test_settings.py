"""What a municipality may enter, and what a deployment must have."""

import pytest
from django.contrib.auth.models import Group
from django.core.checks import run_checks
from django.core.exceptions import ValidationError
from django.db import OperationalError

from home.checks import TAG
from home.models import Purpose, SiteSettings
from tests.factories.home import danish_home, make_english_home, make_settings, make_standard_page
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db


def found():
    return [
        message.id
        for message in run_checks(tags=[TAG], include_deployment_checks=True)
        if message.level >= 40
    ]


@pytest.mark.parametrize("missing", ["phone", "email"])
def test_a_deployment_without_contact_is_an_error(missing):
    make_settings(**{missing: ""})
    assert found() == ["home.E001"]


def test_a_site_without_any_settings_has_no_contact():
    assert found() == ["home.E001"]


def test_with_telephone_and_mail_the_check_is_content():
    make_settings()
    assert found() == []


def test_the_check_is_silent_before_there_is_a_database(monkeypatch):
    def no_table(_language):
        raise OperationalError

    monkeypatch.setattr("home.checks.facts_of_site", no_table)
    assert found() == []


@pytest.mark.parametrize(
    "accent",
    [
        "",
        "red",
        "#12345",
        "#1234567",
        "#12345g",
        "14614a",
        "#14614a\n",
        "#fff;}*{color:red",
        "url()",
    ],
)
def test_only_a_colour_gets_into_the_stylesheet(accent):
    with pytest.raises(ValidationError) as error:
        SiteSettings(accent=accent).full_clean()
    assert "accent" in error.value.message_dict


@pytest.mark.parametrize("phone", ["ring", "12-34", "<b>", "+45 12 34 56 78\n"])
def test_a_telephone_number_is_digits(phone):
    with pytest.raises(ValidationError) as error:
        SiteSettings(phone=phone).full_clean()
    assert "phone" in error.value.message_dict


@pytest.mark.parametrize("address", ["javascript:alert(1)", "was.digst.dk", "//was.digst.dk"])
def test_the_official_statement_is_a_web_address(address):
    with pytest.raises(ValidationError) as error:
        SiteSettings(statement_url=address).full_clean()
    assert "statement_url" in error.value.message_dict


def test_a_purpose_has_one_page_a_language():
    make_standard_page("Privatliv", purpose=Purpose.PRIVACY)
    second = make_standard_page("Mere privatliv")
    second.purpose = Purpose.PRIVACY
    with pytest.raises(ValidationError) as error:
        second.clean()
    assert "purpose" in error.value.message_dict
    english = make_standard_page("Privacy", parent=make_english_home(), purpose=Purpose.PRIVACY)
    english.clean()


def test_an_administrator_changes_the_settings_in_the_admin_and_an_editor_does_not(client):
    for role, status in (("editor", 302), ("administrator", 200)):
        user = make_user(f"one {role}")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        address = f"/admin/settings/home/sitesettings/{danish_home().get_site().pk}/"
        response = client.get(address)
        assert response.status_code == status, role
