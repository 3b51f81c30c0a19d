"""One screen for a hearing: dates looked at twice, what is asked, and a preview before it starts."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import translation

from comments.models import Hearing
from policy.models import Edition
from tests.comments.test_answer_screens import plan
from tests.factories.comments import make_comment, make_hearing
from tests.factories.policy import make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ON_A_SUNDAY = {"opens_at": "2026-11-30 08:00", "closes_at": "2026-12-13 06:00"}


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def editor(client):
    user = make_user("redaktør")
    user.groups.add(Group.objects.get(name="editor"))
    client.force_login(user)
    return client


@pytest.fixture
def screen(page):
    return reverse("comments_create_hearing", args=[page.pk])


def body(response):
    return response.content.decode()


def public_page(hearing, language="da"):
    with translation.override(language):
        return reverse("comments:hearing", args=[hearing.pk])


def test_dates_that_deserve_a_second_look_create_nothing_at_once(editor, page, screen):
    shown = body(editor.post(screen, plan(page, **ON_A_SUNDAY)))
    assert "søndag" in shown
    assert "Opret alligevel" in shown
    assert 'value="2026-12-13 06:00' in shown
    assert not Hearing.objects.exists()


def test_other_dates_than_those_warned_about_are_warned_about_again(editor, page, screen):
    first = editor.post(screen, plan(page, **ON_A_SUNDAY)).context["form"].dates_key
    moved = {**ON_A_SUNDAY, "closes_at": "2026-12-12 06:00"}
    assert "Opret alligevel" in body(editor.post(screen, plan(page, **moved, warned=first)))
    assert not Hearing.objects.exists()


def test_a_second_press_creates_the_hearing_with_its_dates(editor, page, screen):
    warned = editor.post(screen, plan(page, **ON_A_SUNDAY)).context["form"].dates_key
    editor.post(screen, plan(page, **ON_A_SUNDAY, warned=warned))
    assert Hearing.objects.get().closes_at.isoformat() == "2026-12-13T05:00:59+00:00"


def test_words_in_a_language_without_the_purpose_are_refused(editor, page, screen):
    shown = body(editor.post(screen, plan(page, questions_en="Is it fair?")))
    assert "Is it fair?" in shown
    assert not Hearing.objects.exists()


def test_a_preview_creates_nothing_and_may_stand_in_a_frame(editor, page, screen):
    response = editor.post(screen, plan(page, preview="1", questions_da="Er det rimeligt?"))
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "Er det rimeligt?" in body(response)
    assert "Høring om udkast til udgave 1" in body(response)
    assert not Hearing.objects.exists()
    assert not Edition.objects.exists()


def test_a_preview_of_what_is_wrong_says_what_is_wrong(editor, page, screen):
    response = editor.post(screen, plan(page, preview="1", case_number=""))
    assert response.status_code == 200
    assert "Sagsnummer" in body(response)


def test_what_is_asked_stands_on_the_hearings_page_in_each_language(client):
    hearing = make_hearing(
        questions={"da": "Er det rimeligt?\n\nHvad mangler?", "en": "Is it fair?"},
        invited={"da": "Handicaprådet"},
        rules={"da": "Vi viser ikke <b>navne</b> på ansatte."},
    )
    danish, english = (body(client.get(public_page(hearing, code))) for code in ("da", "en"))
    assert "<li>Er det rimeligt?</li><li>Hvad mangler?</li>" in danish
    assert "&lt;b&gt;navne&lt;/b&gt;" in danish
    assert "Is it fair?" in english
    assert 'lang="da"' in english.partition("Handicaprådet")[0].rpartition("<div")[2]


def test_a_hearing_without_questions_shows_no_empty_heading(client):
    assert "Spørgsmål, du kan overveje" not in body(client.get(public_page(make_hearing())))


def test_no_citizen_is_named_where_names_are_hidden_and_associations_are(client):
    hearing = make_hearing(names="hidden")
    make_comment(hearing, name="Anne Holm", name_is_public=True)
    make_comment(hearing, name="Viby Fodbold", author_kind="association")
    shown = body(client.get(public_page(hearing)))
    assert "Anne Holm" not in shown
    assert "Borger i Vesterby" in shown
    assert "Viby Fodbold" in shown
