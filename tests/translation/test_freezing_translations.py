"""A translation joins an edition only when it is one, whole, and of that very text."""

import pytest
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from policy.errors import NewerDraft, Refused, TranslationDiffers
from policy.models import Edition, EditionText, Wording
from tests.factories.policy import chapter, edit, make_adopted, make_page, principle
from tests.factories.translation import make_english
from translation.actions import freeze_translation

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def publish_danish(page, body):
    """Change the Danish page, and let its source follow as the task does."""
    edit(page, body=body)
    page.get_latest_revision().publish()
    page.refresh_from_db()
    TranslationSource.objects.get_for_instance(page).update_from_db()


def body_of(*principles) -> list[dict]:
    return [chapter(), *principles]


def refused(page, edition) -> str:
    """Return why the page's translation can't join the edition; nothing may have been written."""
    before = EditionText.objects.count(), page.get_latest_revision().pk
    with override("en"), pytest.raises(TranslationDiffers) as caught:
        freeze_translation(edition=edition, page=page)
    page.refresh_from_db()
    assert (EditionText.objects.count(), page.get_latest_revision().pk) == before
    return str(caught.value)


def test_danish_changed_and_translated_after_adopting_is_not_that_editions_translation():
    page = make_page()
    english = make_english(page)
    edition = make_adopted(page)
    publish_danish(page, body_of(principle(1), principle(2, statement="<p>Nyt.</p>"), principle(3)))
    english = make_english(page)
    assert "Princip 2s overskrift" in refused(english, edition)


def test_danish_changed_after_translating_is_not_translated_any_more():
    page = make_page()
    english = make_english(page)
    publish_danish(page, body_of(principle(1), principle(2, statement="<p>Nyt.</p>"), principle(3)))
    edition = make_adopted(page)
    assert refused(english, edition) == "1 text is not translated."


def test_danish_adopted_without_being_marked_ready_has_no_translation():
    page = make_page()
    english = make_english(page)
    edit(page, introduction="Nyere ord.")
    edition = make_adopted(page)
    assert "the introduction" in refused(english, edition)


def test_one_missing_text_refuses():
    page = make_page()
    english = make_english(page)
    edition = make_adopted(page)
    StringTranslation.objects.filter(data="EN Kort om 2.").delete()
    refused(english, edition)


def test_a_text_with_an_error_counts_as_missing():
    page = make_page()
    english = make_english(page)
    edition = make_adopted(page)
    wrong = StringTranslation.objects.filter(data="EN Kort om 2.").get()
    wrong.data = "<script>EN</script>"
    wrong.save()
    refused(english, edition)


def test_translations_newer_than_the_page_refuse():
    page = make_page()
    english = make_english(page)
    edition = make_adopted(page)
    StringTranslation.objects.filter(data="EN Kort om 2.").update(data="Rewritten.")
    refused(english, edition)


def test_passages_in_another_order_refuse():
    page = make_page()
    english = make_english(page)
    publish_danish(page, body_of(principle(2), principle(1), principle(3)))
    edition = make_adopted(page)
    assert refused(english, edition)


def test_a_page_that_left_the_translation_refuses():
    page = make_page()
    english = make_english(page)
    edition = make_adopted(page)
    Translation.objects.update(enabled=False)
    refused(english, edition)


def test_the_danish_page_is_no_translation():
    page = make_page()
    edition = make_adopted(page)
    with pytest.raises(Refused):
        freeze_translation(edition=edition, page=page)


def test_another_policys_translation_refuses():
    english = make_english(make_page(slug="en-politik-til"))
    edition = make_adopted(make_page(slug="politik"))
    with pytest.raises(Refused):
        freeze_translation(edition=edition, page=english)
    assert Edition.objects.count() == 1


def test_a_language_is_frozen_once():
    page = make_page()
    english = make_english(page)
    edition = make_adopted(page)
    freeze_translation(edition=edition, page=english)
    with pytest.raises(Refused):
        freeze_translation(edition=edition, page=english)


def test_a_draft_saved_after_looking_refuses():
    page = make_page()
    english = make_english(page)
    edition = make_adopted(page)
    seen = english.latest_revision_id
    edit(english, introduction="EN newer")
    with pytest.raises(NewerDraft):
        freeze_translation(edition=edition, page=english, revision_id=seen)


def test_a_whole_translation_is_frozen_beside_the_danish():
    page = make_page()
    english = make_english(page)
    edition = make_adopted(page)
    at = timezone.now()
    text = freeze_translation(
        edition=edition, page=english, note="What is new.", adopted_by="The council", at=at
    )
    assert not text.is_authoritative
    assert text.locale == Locale.objects.get(language_code="en")
    assert (text.title, text.note, text.adopted_by, text.frozen_at) == (
        "EN Samskabelsespolitik",
        "What is new.",
        "The council",
        at,
    )
    danish = edition.texts.get(is_authoritative=True)
    assert [entry["passage"] for entry in text.content] == [
        entry["passage"] for entry in danish.content
    ]
    assert [entry["code"] for entry in text.content] == [entry["code"] for entry in danish.content]
    assert not set(Wording.objects.filter(edition_text=text).values_list("text", flat=True)) & set(
        Wording.objects.filter(edition_text=danish).values_list("text", flat=True)
    )


def test_a_translation_frozen_later_still_joins_the_edition_it_is_of():
    page = make_page()
    english = make_english(page)
    edition = make_adopted(page)
    edit(page, introduction="Næste udgaves ord, ikke klar til oversættelse.")
    assert freeze_translation(edition=edition, page=english).edition == edition


def test_freezing_a_translation_leaves_no_unpublished_changes():
    page = make_page()
    english = make_english(page)
    freeze_translation(edition=make_adopted(page), page=english)
    english.refresh_from_db()
    assert not english.has_unpublished_changes


def test_nested_and_listed_ids_are_kept_in_the_frozen_translation():
    page = make_page()
    english = make_english(page)
    edition = make_adopted(page)
    text = freeze_translation(edition=edition, page=english)
    danish = edition.texts.get(is_authoritative=True)
    promises = [
        [promise["id"] for entry in each.content for promise in entry["value"].get("promises", [])]
        for each in (danish, text)
    ]
    assert promises[0] == promises[1]
    assert len(promises[0]) == 3
