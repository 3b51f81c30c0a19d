"""A translator works in the other languages, and can't touch the Danish text."""

import pytest
from wagtail.models import GroupPagePermission, Locale, Page

from accounts.grants import grant_roles
from tests.factories.accounts import group_of, make_staff
from tests.factories.policy import make_page
from tests.factories.translation import make_english

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def danish():
    return make_page()


@pytest.fixture
def english(danish):
    return make_english(danish)


@pytest.fixture
def translator():
    return make_staff("translator")


def test_the_danish_page_can_neither_be_edited_published_moved_nor_deleted(danish, translator):
    may = danish.permissions_for_user(translator)
    assert not may.can_edit()
    assert not may.can_publish()
    assert not may.can_unpublish()
    assert not may.can_move()
    assert not may.can_delete()


def test_the_english_page_can_be_edited_and_published(english, translator):
    may = english.permissions_for_user(translator)
    assert may.can_edit()
    assert may.can_publish()


def test_the_danish_editor_is_closed_to_a_translator(danish, translator, client):
    client.force_login(translator)
    for action in ("edit", "unpublish", "delete", "move"):
        response = client.get(f"/admin/pages/{danish.pk}/{action}/")
        assert response.status_code == 302, action
        assert response.headers["Location"].endswith("/admin/"), action


def test_the_english_editor_is_open_to_a_translator(english, translator, client):
    client.force_login(translator)
    assert client.get(f"/admin/pages/{english.pk}/edit/").status_code == 200


def test_a_language_added_later_is_granted_at_once(danish, english):
    given = GroupPagePermission.objects.filter(group=group_of("translator"))
    assert set(given.values_list("page", flat=True)) == {english.get_parent().pk}


def test_granting_again_adds_nothing(english):
    before = GroupPagePermission.objects.count()
    grant_roles()
    assert GroupPagePermission.objects.count() == before


def test_the_home_pages_of_other_languages_are_granted_when_migrating(english):
    GroupPagePermission.objects.filter(group=group_of("translator")).delete()
    grant_roles()
    homes = Page.objects.filter(depth=2, locale=Locale.objects.get(language_code="en"))
    given = GroupPagePermission.objects.filter(group=group_of("translator"))
    assert set(given.values_list("page", flat=True)) == set(homes.values_list("pk", flat=True))
