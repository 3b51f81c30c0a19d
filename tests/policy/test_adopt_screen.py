"""The editor's side: a button for those who may, a form that keeps what was typed, one sealed edition."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from policy.models import Edition
from tests.factories.policy import edit, make_adopted, make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def as_role(client):
    def log_in(role):
        user = make_user(f"{role}-bruger")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return log_in


def address(page) -> str:
    return reverse("policy_adopt", args=[page.pk])


def seal(page, **fields) -> dict:
    return {
        "revision_id": page.latest_revision_id,
        "case_number": "26/04417",
        "adopted_by": "Byrådet",
        "adopted_on": "2026-02-24",
        "in_force_from": "2026-04-01",
        "note": "Kortere frister.",
        **fields,
    }


@pytest.mark.parametrize("role", ["moderator", "translator", "facilitator"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_other_roles_neither_see_nor_use_it(page, as_role, role, method):
    response = getattr(as_role(role), method)(address(page), seal(page))
    assert response.status_code in {302, 403}
    assert not Edition.objects.exists()


def test_a_stranger_is_sent_to_the_login(page, client):
    assert reverse("wagtailadmin_login") in client.get(address(page)).headers["Location"]


def test_a_missing_case_number_is_said_and_the_rest_is_kept(page, as_role):
    response = as_role("editor").post(address(page), seal(page, case_number=""))
    assert response.status_code == 200
    assert "Kortere frister." in response.content.decode()
    assert not Edition.objects.exists()


def test_a_newer_draft_is_said_and_nothing_is_adopted(page, as_role):
    seen = seal(page)
    edit(page, introduction="Nyere ord.")
    response = as_role("editor").post(address(page), seen)
    assert "Nogen har gemt en nyere kladde." in response.content.decode()
    assert not Edition.objects.exists()


@pytest.mark.parametrize("value", ["", "x", "0", "99999999999999999999999"])
def test_a_revision_that_makes_no_sense_adopts_nothing(page, as_role, value):
    response = as_role("editor").post(address(page), seal(page, revision_id=value))
    assert response.status_code == 200
    assert not Edition.objects.exists()


def test_an_editor_adopts(page, as_role):
    response = as_role("editor").post(address(page), seal(page))
    assert response.status_code == 302
    edition = Edition.objects.get()
    assert (edition.case_number, edition.key) == ("26/04417", "1")
    assert edition.texts.get().note == "Kortere frister."
    assert edition.frozen_by.username == "editor-bruger"


def test_what_changes_for_citizens_is_listed_before_adopting(page, as_role):
    make_adopted(page)
    body = list(page.get_latest_revision_as_object().body.raw_data)
    edit(page, body=body[:-1])
    shown = as_role("editor").get(address(page)).content.decode()
    assert "1 fjernet" in shown
    assert "Princip 3: Princip 3s overskrift" in shown


def test_the_editor_shows_the_button_and_says_what_publish_does(page, as_role):
    shown = as_role("editor").get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert address(page) in shown.content.decode()
    assert "Meld klar til oversættelse" in shown.content.decode()


def test_other_pages_keep_their_publish_button(page, as_role):
    home = page.get_parent()
    client = as_role("editor")
    client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[home.pk]))
    assert "Meld klar til oversættelse" not in shown.content.decode()
