"""The translator's screen: it shows what is in the way, and freezes only for those who may."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from accounts.models import User
from accounts.roles import Role
from policy.models import EditionText
from tests.factories.policy import edit, make_adopted, make_page
from tests.factories.translation import make_english

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def log_in(client, role):
    user = User.objects.create_user(role.value)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)


@pytest.fixture
def english(db):
    return make_english(make_page())


@pytest.fixture
def edition(english):
    return make_adopted(english.get_translations().get().specific)


def address(page, edition):
    return reverse("translation_freeze", args=[page.pk, edition.pk])


def post(client, page, edition, **fields):
    page.refresh_from_db()
    values = {"revision_id": page.latest_revision_id, "adopted_by": "The council", **fields}
    return client.post(address(page, edition), values)


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.FACILITATOR])
def test_other_roles_may_neither_look_nor_freeze(role, client, english, edition):
    log_in(client, role)
    assert client.get(address(english, edition)).status_code == 302
    assert post(client, english, edition).status_code == 302
    assert EditionText.objects.count() == 1


def test_the_danish_page_has_no_such_screen(client, english, edition):
    log_in(client, Role.TRANSLATOR)
    danish = english.get_translations().get()
    assert client.get(address(danish, edition)).status_code == 302


def test_another_policys_edition_is_not_found(client, english):
    log_in(client, Role.TRANSLATOR)
    other = make_adopted(make_page(slug="anden"))
    assert client.get(address(english, other)).status_code == 404


def test_what_is_missing_is_shown_and_there_is_nothing_to_press(client, english, edition):
    log_in(client, Role.TRANSLATOR)
    StringTranslation.objects.filter(data="EN Kort om 2.").delete()
    page = client.get(address(english, edition)).content.decode()
    assert "Kort om 2." in page
    assert "Princip 2s overskrift" in page
    assert 'name="revision_id"' not in page


def test_freezing_what_has_become_incomplete_says_so(client, english, edition):
    log_in(client, Role.TRANSLATOR)
    StringTranslation.objects.filter(data="EN Kort om 2.").delete()
    response = post(client, english, edition)
    assert response.status_code == 200
    assert response.context["form"].non_field_errors()
    assert EditionText.objects.count() == 1


def test_a_newer_draft_is_not_frozen_by_an_old_screen(client, english, edition):
    log_in(client, Role.TRANSLATOR)
    seen = english.latest_revision_id
    edit(english, introduction="EN newer")
    response = post(client, english, edition, revision_id=seen)
    assert response.context["form"].non_field_errors()
    assert EditionText.objects.count() == 1


@pytest.mark.parametrize("role", [Role.TRANSLATOR, Role.EDITOR])
def test_a_whole_translation_is_frozen_with_its_own_words(role, client, english, edition):
    log_in(client, role)
    assert 'name="adopted_by"' in client.get(address(english, edition)).content.decode()
    assert post(client, english, edition).status_code == 302
    assert edition.texts.get(is_authoritative=False).adopted_by == "The council"


def test_the_editor_s_header_leads_there_until_it_is_frozen(client, english, edition):
    log_in(client, Role.TRANSLATOR)
    editor = reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert address(english, edition) in client.get(editor).content.decode()
    post(client, english, edition)
    assert address(english, edition) not in client.get(editor).content.decode()
