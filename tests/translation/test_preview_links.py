"""A link shows a translation as it is worked on to somebody without a login. Row 40."""

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from accounts.roles import Role
from policy.actions.draft_links import make_draft_link, revoke_draft_link
from tests.factories.accounts import make_staff
from tests.factories.home import make_english_home
from tests.factories.policy import chapter, make_page, make_user, principle
from tests.factories.translation import make_english

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def english():
    make_english_home()
    return make_english(make_page(body=[chapter(), principle(1)]))


def link_to(page):
    return make_draft_link(page=page, label="En gennemlæser", user=make_user())


def test_it_shows_the_words_that_are_worked_on_and_marks_what_is_missing(english, client):
    StringTranslation.objects.filter(data="EN Kort om 1.").delete()
    StringTranslation.objects.filter(data="EN Princip 1s overskrift").update(data="EN fresh words")
    link, secret = link_to(english)
    response = client.get(f"/en/draft/{secret}/")
    shown = response.content.decode()
    assert "EN fresh words" in shown
    assert "[Not translated] Kort om 1." in shown
    assert "[Not translated] Princip" not in shown
    assert "no-store" in response.headers["Cache-Control"]
    assert response.headers["X-Robots-Tag"].startswith("noindex")
    english.refresh_from_db()
    assert "fresh" not in str(english.get_latest_revision().content)
    revoke_draft_link(link=link)
    assert client.get(f"/en/draft/{secret}/").status_code == 404


def test_a_translator_makes_and_revokes_links_of_her_language_and_no_other(english, client):
    client.force_login(make_staff(Role.TRANSLATOR.value))
    danish = english.get_translations().get(locale__language_code="da")
    own = reverse("policy_draft_links", args=[english.pk])
    assert client.post(own, {"label": "Anna", "days": "7"}).context["address"]
    assert english.draft_links.exists()
    other = reverse("policy_draft_links", args=[danish.pk])
    assert client.post(other, {"label": "Anna", "days": "7"}).status_code == 302
    assert not danish.draft_links.exists()
