"""The history of a policy says that Publish made nothing public; other pages keep Wagtail's words."""

import pytest
from django.urls import reverse

from home.models import StandardPage
from tests.factories.policy import make_page, make_user

pytestmark = pytest.mark.django_db


def history(client, page) -> str:
    client.force_login(make_user("admin", superuser=True))
    return client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()


def test_what_makes_nothing_public_is_not_called_published(client):
    page = make_page()
    page.save_revision().publish()
    shown = history(client, page)
    assert "Meldt klar til oversættelse. Intet blev offentligt af det." in shown


def test_other_pages_are_published_as_ever(client):
    page = StandardPage(title="Om", slug="om")
    make_page().get_parent().add_child(instance=page)
    page.save_revision().publish()
    shown = history(client, page)
    assert "Meldt klar til oversættelse" not in shown
    assert "Offentliggjort" in shown
