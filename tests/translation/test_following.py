"""Translators see what changed as soon as an editor marks a page ready, and nothing half is public."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from policy.models import PolicyPage
from tests.factories.policy import edit, make_page
from tests.factories.translation import make_english
from translation.tasks import read_source_anew

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def progress():
    return Translation.objects.get().get_progress()


def test_a_page_submitted_for_translation_is_not_live_in_english():
    page = make_page()
    translate_object(page, [Locale.objects.get(language_code="en")])
    english = PolicyPage.objects.get(locale__language_code="en")
    assert not english.live


def test_a_saved_draft_is_not_yet_for_translators(django_capture_on_commit_callbacks):
    page = make_page()
    make_english(page)
    with django_capture_on_commit_callbacks(execute=True):
        edit(page, introduction="Nye ord.")
    total, translated = progress()
    assert total == translated


def test_what_is_marked_ready_waits_for_translation(django_capture_on_commit_callbacks):
    page = make_page()
    make_english(page)
    with django_capture_on_commit_callbacks(execute=True):
        edit(page, introduction="Nye ord.")
        page.get_latest_revision().publish()
    total, translated = progress()
    assert total == translated + 1


def test_publishing_the_translation_reads_no_source(django_capture_on_commit_callbacks):
    page = make_page()
    english = make_english(page)
    with django_capture_on_commit_callbacks(execute=True) as callbacks:
        english.get_latest_revision().publish()
    assert not [c for c in callbacks if "read_source_anew" in repr(c)]


def test_a_source_or_a_page_that_is_gone_is_passed_over():
    page = make_page()
    make_english(page)
    source = TranslationSource.objects.get()
    read_source_anew.call(source.pk + 1)
    TranslationSource.objects.filter(pk=source.pk).update(
        locale=Locale.objects.create(language_code="de")
    )
    read_source_anew.call(source.pk)
