"""What a machine translated is marked, for readers too, until a person has read it."""

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.urls import reverse
from wagtail_localize.models import StringTranslation, Translation

from accounts.roles import Role
from config import environment
from tests.factories.accounts import make_staff
from tests.factories.home import make_english_home
from tests.factories.policy import chapter, make_adopted, make_page, principle
from tests.factories.translation import make_english
from translation.actions import freeze_translation
from translation.machine import is_live_text_unread
from translation.models import MachineText

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SETTING = {"CLASS": "tests.translation.machine.Machine", "OPTIONS": {}}
SAID = "translated by a machine and not read by a person yet"


@pytest.fixture
def page():
    make_english_home()
    page = make_page(body=[chapter(), principle(1)])
    make_english(page)
    return page


@pytest.fixture
def translator(client, page):
    client.force_login(make_staff(Role.TRANSLATOR.value))
    return client


def translate_by_machine(client, page):
    found = Translation.objects.get(source__object_id=page.translation_key)
    return client.post(reverse("wagtail_localize:machine_translate", args=[found.pk]))


def screen():
    return reverse("translation_machine") + "?language=en"


def unread():
    return StringTranslation.objects.filter(translation_type="machine")


def test_no_machine_translates_unless_the_setting_names_one(translator, page, settings):
    assert settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR is None
    StringTranslation.objects.filter(data="EN Kort om 1.").delete()
    assert translate_by_machine(translator, page).status_code == 404
    assert not unread().exists()


def test_the_setting_is_read_from_the_environment(monkeypatch):
    assert environment.machine_translator() is None
    monkeypatch.setenv("MACHINE_TRANSLATOR", SETTING["CLASS"])
    assert environment.machine_translator() == SETTING
    monkeypatch.setenv("MACHINE_TRANSLATOR_OPTIONS", "{")
    with pytest.raises(ImproperlyConfigured):
        environment.machine_translator()


def test_what_a_person_wrote_is_not_touched(translator, page, settings):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = SETTING
    before = set(StringTranslation.objects.values_list("data", flat=True))
    translate_by_machine(translator, page)
    assert set(StringTranslation.objects.values_list("data", flat=True)) == before


@pytest.fixture
def made(translator, page, settings):
    """A machine's translation of one text."""
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = SETTING
    StringTranslation.objects.filter(data="EN Kort om 1.").delete()
    translate_by_machine(translator, page)
    return unread().get()


def test_readers_of_a_frozen_edition_are_told_until_it_is_approved(translator, page, made, client):
    edition = make_adopted(page)
    english = page.get_translations().get()
    translation = Translation.objects.get(target_locale=english.locale)
    translation.save_target(publish=False)
    freeze_translation(edition=edition, page=english)
    row = MachineText.objects.get()
    assert row.texts == 1
    shown = client.get(english.url).content.decode()
    assert "MT Kort om 1." in shown
    assert SAID in shown
    assert SAID not in client.get(page.url).content.decode()
    for _twice in range(2):
        translator.post(screen(), {"edition": row.pk})
    row.refresh_from_db()
    assert row.approved_by.username == "member translator"
    shown = client.get(english.url).content.decode()
    assert "MT Kort om 1." in shown
    assert SAID not in shown


def test_a_person_approves_what_she_read_and_nothing_else(translator, page, made):
    english = page.get_translations().get()
    assert is_live_text_unread(english)
    assert "MT Kort om 1." in translator.get(screen()).content.decode()
    translator.post(screen(), {"text": made.pk, f"read-{made.pk}": "other words"})
    assert unread().exists()
    translator.post(screen(), {"text": made.pk, f"read-{made.pk}": made.data})
    made.refresh_from_db()
    assert (made.translation_type, made.data) == ("manual", "MT Kort om 1.")
    assert not is_live_text_unread(english)


def test_who_has_nothing_to_do_with_translations_approves_nothing(client, page, made):
    client.force_login(make_staff(Role.MODERATOR.value))
    client.post(screen(), {"text": made.pk, f"read-{made.pk}": made.data})
    assert unread().exists()
