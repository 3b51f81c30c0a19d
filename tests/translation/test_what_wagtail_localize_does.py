"""What we lean on in wagtail-localize: a new release that does otherwise is seen here first."""

import pytest
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    LocaleSynchronization,
    StringSegment,
    Translation,
    TranslationSource,
)
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from policy.models import PolicyPage, Term
from tests.factories.home import make_english_home, make_standard_page
from tests.factories.policy import chapter, edit, make_page, make_term, principle
from tests.factories.translation import make_english

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def page():
    make_english_home()
    return make_page(body=[chapter(), principle(1), principle(2)])


def raw(page) -> list[dict]:
    return page.body.get_prep_value()


def ids_in(value) -> list[str]:
    """Return every block id in raw stream data, in order, however deep."""
    if isinstance(value, list):
        return [found for item in value for found in ids_in(item)]
    if not isinstance(value, dict):
        return []
    own = [value["id"]] if "id" in value and "value" in value else []
    return own + [found for inner in value.values() for found in ids_in(inner)]


def update_source(page) -> None:
    page.get_latest_revision().publish()
    TranslationSource.objects.get(object_id=page.translation_key).update_from_db()


def save_translation(page) -> PolicyPage:
    found = Translation.objects.get(source__object_id=page.translation_key)
    found.save_target(publish=False)
    return found.get_target_instance().get_latest_revision_as_object()


def test_ids_of_blocks_and_of_items_in_lists_are_kept(page):
    english = make_english(page)
    page.refresh_from_db()
    assert ids_in(raw(english)) == ids_in(raw(page))
    assert len(ids_in(raw(page))) == 5  # three blocks and two promises


def test_values_that_are_no_words_follow_the_danish_and_are_not_offered(page):
    english = make_english(page)
    paths = set(StringSegment.objects.values_list("context__path", flat=True))
    assert not [path for path in paths if path.endswith(("questions", "due"))]
    body = raw(english)
    assert body[1]["value"]["questions"] == ["1"]
    edit(page, body=[chapter(), principle(1, questions=["2"]), principle(2)])
    update_source(page)
    assert raw(save_translation(page))[1]["value"]["questions"] == ["2"]


def test_a_block_that_the_danish_lost_stays_until_the_translation_is_saved(page):
    english = make_english(page)
    edit(page, body=[chapter(), principle(2)])
    update_source(page)
    english.refresh_from_db()
    assert len(raw(english)) == 3
    assert [block["id"] for block in raw(save_translation(page))] == [
        block["id"] for block in [chapter(), principle(2)]
    ]


def test_a_text_that_came_back_has_its_translation_again(page):
    make_english(page)
    edit(page, body=[chapter(), principle(1)])
    update_source(page)
    edit(page, body=[chapter(), principle(1), principle(2)])
    update_source(page)
    done, total = Translation.objects.get().get_progress()
    assert done == total


def test_moving_and_unpublishing_the_danish_leaves_the_translation_where_it_is(page):
    english = make_english(page)
    page.move(make_standard_page("Afdeling"), pos="last-child")
    page.refresh_from_db()
    page.unpublish()
    english.refresh_from_db()
    assert english.live
    assert english.get_parent().specific == make_english_home()
    assert Translation.objects.get(source__object_id=page.translation_key).enabled


def test_a_submitted_translation_is_a_draft(page):
    locale = Locale.objects.get(language_code="en")
    translate_object(page, [locale])
    assert not page.get_translation(locale).live


def test_a_new_language_on_a_full_site_gets_aliases_and_changes_no_page():
    english_home = make_english_home()
    make_standard_page("Privatliv")
    before = list(Page.objects.order_by("pk").values_list("pk", "title", "live"))
    german = Locale.objects.create(language_code="de")
    LocaleSynchronization.objects.create(
        locale=german, sync_from=Locale.objects.get(language_code="da")
    ).sync_trees()
    aliases = StandardPage.objects.filter(locale=german)
    assert [(page.title, page.alias_of.locale.language_code) for page in aliases] == [
        ("Privatliv", "da")
    ]
    assert (
        list(
            Page.objects.filter(pk__in=[pk for pk, *_rest in before])
            .order_by("pk")
            .values_list("pk", "title", "live")
        )
        == before
    )
    assert english_home.get_translation(german).alias_of


def test_a_snippet_is_copied_for_its_language_with_a_source_of_its_own():
    term = make_term("høring", "En frist.")
    Term.objects.filter(pk=term.pk).update(avoided="rundspørge")
    term.refresh_from_db()
    locale = Locale.objects.get(language_code="en")
    translate_object(term, [locale])
    copy = Term.objects.get(locale=locale)
    assert (copy.translation_key, copy.explanation) == (term.translation_key, "En frist.")
    # What must not be said is of one language; and Danish words are for no English reader.
    assert copy.avoided == ""
    assert not Term.objects.public().filter(locale=locale).exists()
