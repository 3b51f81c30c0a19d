"""A language in which an edition was adopted or translated stays."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from policy.models import EditionText
from tests.factories.policy import make_adopted, make_page, make_user
from tests.factories.translation import make_english
from translation.actions import freeze_translation

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def admin(client):
    client.force_login(make_user("chief", superuser=True))
    return client


def delete(admin, locale):
    address = reverse("wagtaillocales:delete", args=[locale.pk])
    return admin.post(address, headers={"referer": f"http://testserver{address}"}, follow=True)


def messages_of(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_a_language_whose_pages_are_gone_but_whose_editions_are_not_is_kept(admin):
    page = make_page()
    freeze_translation(edition=make_adopted(page), page=make_english(page))
    other = Locale.objects.create(language_code="de")
    english = Locale.objects.get(language_code="en")
    # Not even Wagtail's own count of what uses a language sees the editions.
    type(page).objects.filter(locale=english).update(locale=other)
    page.get_parent().get_translations().update(locale=other)
    response = delete(admin, english)
    assert response.status_code == 200
    assert messages_of(response)
    assert EditionText.objects.filter(locale=english).exists()


def test_a_language_with_pages_is_kept(admin):
    make_english(make_page())
    english = Locale.objects.get(language_code="en")
    response = delete(admin, english)
    assert response.status_code == 200
    assert messages_of(response)
    assert Locale.objects.filter(pk=english.pk).exists()


def test_a_language_that_nothing_uses_goes(admin):
    german = Locale.objects.create(language_code="de")
    delete(admin, german)
    assert not Locale.objects.filter(pk=german.pk).exists()
