"""A policy with editions can't be deleted on any path, and the admin says so instead of failing."""

import pytest
from django.contrib.messages import get_messages
from django.db.models import ProtectedError
from django.urls import reverse
from wagtail.models import Locale, Page

from policy.models import EditionText
from tests.factories.policy import make_adopted, make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def page():
    page = make_page()
    make_adopted(page)
    return page


@pytest.fixture
def admin(client):
    client.force_login(make_user("administrator", superuser=True))
    return client


def said(response) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def assert_refused(response, page, words="har udgaver"):
    assert response.status_code == 302
    assert words in said(response)
    assert Page.objects.filter(pk=page.pk).exists()
    assert EditionText.objects.exists()


def test_deleting_the_page_in_code_is_refused(page):
    with pytest.raises(ProtectedError):
        page.delete()


def test_deleting_it_as_a_plain_page_is_refused(page):
    with pytest.raises(ProtectedError):
        Page.objects.get(pk=page.pk).delete()


def test_deleting_the_page_in_the_admin_is_refused(page, admin):
    response = admin.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert_refused(response, page)


def test_deleting_in_bulk_is_refused(page, admin):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    response = admin.post(f"{address}?id={page.pk}")
    assert_refused(response, page)


def test_deleting_a_parent_is_refused(page, admin):
    parent = page.get_parent()
    response = admin.post(
        reverse("wagtailadmin_pages:delete", args=[parent.pk]),
        {"wagtailadmin-confirmation": "confirm", "confirm_site_name": "Samskabelse"},
    )
    assert response.status_code in {200, 302}
    assert Page.objects.filter(pk=page.pk).exists()
    with pytest.raises(ProtectedError):
        parent.specific.delete()


def test_deleting_a_translation_is_refused(page, admin):
    english = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    response = admin.post(reverse("wagtailadmin_pages:delete", args=[english.pk]))
    assert_refused(response, english)


def test_deleting_a_language_with_editions_is_refused(page):
    with pytest.raises(ProtectedError):
        Locale.objects.get(language_code="da").delete()


def test_a_policy_without_editions_can_be_deleted(admin):
    page = make_page(slug="uden")
    admin.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
    assert not Page.objects.filter(pk=page.pk).exists()
