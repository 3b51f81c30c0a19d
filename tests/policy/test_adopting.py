"""Adopting freezes exactly the text that a person saw, and nothing else makes a policy public."""

import datetime

import pytest
from django.utils import timezone

from policy.actions import adopt, create_hearing_version
from policy.errors import NewerDraft, Refused
from policy.models import Edition, EditionText, Wording
from policy.signals import edition_adopted, edition_frozen
from tests.factories.policy import edit, make_adopted, make_hearing_version, make_page, principle

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = datetime.date(2026, 3, 1)


def adopt_revision(page, revision_id, **fields):
    values = {"case_number": "1", "adopted_by": "Byrådet", "adopted_on": DAY, "in_force_from": DAY}
    return adopt(page=page, revision_id=revision_id, user=None, **{**values, **fields})


def test_a_newer_draft_refuses_the_adoption_and_stays_as_it_is():
    page = make_page()
    seen = page.latest_revision_id
    edit(page, introduction="Nyere ord.")
    with pytest.raises(NewerDraft):
        adopt_revision(page, seen)
    page.refresh_from_db()
    assert not Edition.objects.exists()
    assert page.get_latest_revision_as_object().introduction == "Nyere ord."


def test_in_force_before_adopted_is_refused():
    page = make_page()
    with pytest.raises(Refused):
        adopt_revision(
            page, page.latest_revision_id, in_force_from=DAY - datetime.timedelta(days=1)
        )
    assert not Edition.objects.exists()


def test_a_translation_is_neither_adopted_nor_put_to_hearing():
    page = make_page()
    english = page.copy_for_translation(_locale("en"), copy_parents=True)
    english.save_revision()
    english.refresh_from_db()
    with pytest.raises(Refused):
        adopt_revision(english, english.latest_revision_id)
    with pytest.raises(Refused):
        create_hearing_version(
            page=english,
            revision_id=english.latest_revision_id,
            user=None,
            case_number="1",
            public_from=timezone.now(),
        )


def test_publishing_in_the_cms_makes_no_edition():
    page = make_page()
    page.save_revision().publish()
    assert not Edition.objects.exists()


def test_adopting_a_draft_does_not_bury_it():
    page = make_page()
    edit(page, introduction="Kladdens ord.")
    make_adopted(page)
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().introduction == "Kladdens ord."
    assert page.introduction == "Sådan samarbejder vi."
    assert page.has_unpublished_changes


def test_adopting_the_published_text_leaves_no_unpublished_changes():
    page = make_page()
    make_adopted(page)
    page.refresh_from_db()
    assert not page.has_unpublished_changes


def test_the_seal_belongs_to_nobody_so_that_autosave_cannot_overwrite_it():
    page = make_page()
    edition = make_adopted(page)
    sealed = page.revisions.get(pk=edition.texts.get().revision_id)
    assert sealed.user is None
    page.refresh_from_db()
    assert page.latest_revision_id == sealed.pk


def test_adopted_editions_count_and_hearing_versions_count_beside_them():
    page = make_page()
    keys = [
        make_adopted(page).key,
        make_hearing_version(page).key,
        make_hearing_version(page).key,
        make_adopted(page).key,
        make_hearing_version(page).key,
    ]
    assert keys == ["1", "2-1", "2-2", "2", "3-1"]


def test_each_edition_is_based_on_the_one_frozen_before_it():
    page = make_page()
    first, hearing, second = (
        make_adopted(page),
        make_hearing_version(page),
        make_adopted(page),
    )
    assert (first.based_on, hearing.based_on, second.based_on) == (None, first, hearing)


def test_wordings_carry_number_heading_text_and_plain_words():
    make_adopted(make_page(principles=2))
    chapter, first, second = Wording.objects.all()
    assert (chapter.kind, chapter.number, chapter.text) == ("heading", "", "Det, vi holder fast i.")
    assert (first.number, second.number) == ("1", "2")
    assert first.label == "Princip 1: Princip 1s overskrift"
    assert first.plain_language == "Kort om 1."
    assert "Vi holder fast i sag 1." in first.text


def test_an_unchanged_passage_keeps_its_hash_and_a_changed_one_does_not():
    page = make_page(principles=2)
    make_adopted(page)
    body = page.get_latest_revision_as_object().body.raw_data
    changed = [*list(body)[:2], principle(2, statement="<p>Nye ord.</p>")]
    edit(page, body=changed)
    make_adopted(page)
    first, second = (
        [w.sha256 for w in text.wordings.all()] for text in EditionText.objects.order_by("pk")
    )
    assert first[:2] == second[:2]
    assert first[2] != second[2]


def test_signals_are_sent_inside_the_transaction(built_anew):
    page, heard = make_page(), []

    def hear(sender, edition, signal, **kwargs):
        heard.append((signal, edition.texts.count()))

    edition_frozen.connect(hear)
    edition_adopted.connect(hear)
    try:
        make_adopted(page)
        make_hearing_version(page)
    finally:
        edition_frozen.disconnect(hear)
        edition_adopted.disconnect(hear)
    assert heard == [(edition_frozen, 1), (edition_adopted, 1), (edition_frozen, 1)]


def _locale(code):
    from wagtail.models import Locale

    return Locale.objects.get(language_code=code)
