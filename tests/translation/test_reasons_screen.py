"""Why a passage changed is said in other languages by translators, and read in the reader's own."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from accounts.roles import Role
from policy.models import Fate, FateReason
from tests.factories.accounts import make_staff
from tests.factories.home import make_english_home
from tests.factories.policy import chapter, edit, make_adopted, make_page, principle
from tests.factories.translation import make_english

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DANISH = "Afsnittet er ikke nødvendigt mere."
ENGLISH = "The passage is not needed any more."


@pytest.fixture
def page():
    page = make_page()
    make_adopted(page)
    edit(page, body=[chapter(), principle(1), principle(2)])
    make_adopted(page)
    return page


@pytest.fixture
def english(page):
    make_english_home()
    return make_english(page)


@pytest.fixture
def fate(page):
    return Fate.objects.get(reasons__text=DANISH)


def address(page):
    return reverse("translation_reasons", args=[page.pk])


def log_in(client, role):
    client.force_login(make_staff(role.value))


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.FACILITATOR])
def test_other_roles_neither_look_nor_write(role, client, english, fate):
    log_in(client, role)
    assert client.get(address(english)).status_code == 302
    assert client.post(address(english), {"fate": fate.pk, "text": ENGLISH}).status_code == 302
    assert FateReason.objects.count() == 1


def test_the_danish_page_has_no_such_screen(client, page, english):
    log_in(client, Role.TRANSLATOR)
    assert client.get(address(page)).status_code == 302


def test_another_policys_fate_is_not_said_here(client, english, fate):
    other = make_page(slug="anden", title="Anden politik")
    make_adopted(other)
    log_in(client, Role.TRANSLATOR)
    response = client.post(address(make_english(other)), {"fate": fate.pk, "text": ENGLISH})
    assert response.status_code == 200
    assert FateReason.objects.count() == 1


@pytest.mark.parametrize("text", ["", "   ", "x" * 2_001])
def test_what_can_not_be_kept_is_shown_again_with_the_fault(text, client, english, fate):
    log_in(client, Role.TRANSLATOR)
    response = client.post(address(english), {"fate": fate.pk, "text": text})
    assert response.status_code == 200
    assert response.context["has_errors"]
    assert text.strip() in response.content.decode()
    assert FateReason.objects.count() == 1


@pytest.mark.parametrize("role", [Role.TRANSLATOR, Role.EDITOR])
def test_it_is_written_once(role, client, english, fate):
    log_in(client, role)
    shown = client.get(address(english)).content.decode()
    assert DANISH in shown
    assert "Udgave 2: Princip 3" in shown
    typed = {"fate": fate.pk, "text": ENGLISH}
    assert client.post(address(english), typed).status_code == 302
    assert fate.reasons.get(locale=english.locale).text == ENGLISH
    again = client.post(address(english), {**typed, "text": "Other words."})
    assert "Other words." in again.content.decode()
    assert fate.reasons.count() == 2


def test_the_editors_header_leads_there(client, english):
    log_in(client, Role.TRANSLATOR)
    edit_page = reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert address(english) in client.get(edit_page).content.decode()


def reasons_on(client, page, ask) -> list[tuple[str, str]]:
    """Return (language or nothing, words) of the reason on a public page."""
    with translation.override(page.locale.language_code):
        response = client.get(ask(page))
    soup = BeautifulSoup(response.content, "html.parser")
    found = soup.find_all(string=lambda words: words.strip() in (DANISH, ENGLISH))
    marked = [words.find_parent(attrs={"lang": True})["lang"] for words in found]
    return sorted(
        {(language, str(words).strip()) for language, words in zip(marked, found, strict=True)}
    )


@pytest.mark.parametrize("where", ["passage", "comparison"])
def test_readers_get_it_in_their_language_or_marked_as_danish(where, client, page, english, fate):
    places = {
        "passage": lambda at: at.passage_url(fate.passage.code),
        "comparison": lambda at: at.comparison_url("1", "2"),
    }
    assert reasons_on(client, english, places[where]) == [("da", DANISH)]
    log_in(client, Role.TRANSLATOR)
    client.post(address(english), {"fate": fate.pk, "text": ENGLISH})
    client.logout()
    assert reasons_on(client, page, places[where]) == [("da", DANISH)]
    assert reasons_on(client, english, places[where]) == [("en", ENGLISH)]


def test_its_cost_does_not_grow_with_reasons(client, english, page, fate):
    log_in(client, Role.TRANSLATOR)
    client.get(address(english))
    counts = []
    for _round in range(2):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address(english)).status_code == 200
        counts.append(len(captured))
        for other in Fate.objects.filter(reasons=None):
            FateReason.objects.create(fate=other, locale=page.locale, text="Derfor.")
    assert counts[0] == counts[1]
