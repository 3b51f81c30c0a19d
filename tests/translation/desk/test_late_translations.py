"""A translation that comes after the page moved on joins its edition and touches nothing else."""

import pytest
from django.utils.translation import override
from wagtail.models import Revision
from wagtail_localize.models import StringTranslation

from policy.errors import Refused, TranslationDiffers
from policy.models import EditionText, PolicyPage
from tests.factories.accounts import make_staff
from tests.factories.orders import (
    change_danish,
    make_approved,
    make_order,
    make_ready,
    piece_at,
    translate,
    translate_all,
)
from tests.factories.policy import (
    chapter,
    edit,
    make_adopted,
    make_page,
    make_user,
    principle,
)
from tests.factories.translation import make_english
from translation.desk.pieces import left_of
from translation.late import freeze_late_translation
from translation.models import FrozenSegment, FrozenSource
from translation.orders import approve
from translation.publishing import publish

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def page():
    return make_page(principles=2)


@pytest.fixture
def edition(page):
    """An adopted edition that the Danish page has left behind."""
    made = make_adopted(page)
    change_after(page)
    return made


def change_after(page):
    page.title = "Ny titel"
    page.save_revision().publish()
    edit(page, body=[chapter(), principle(1, statement="<p>Helt nye ord.</p>"), principle(3)])
    page.get_latest_revision().publish()
    page.refresh_from_db()


def published(order):
    anna, bo = make_user("anna"), make_staff("editor", "bo")
    order = make_approved(order, translated_by=anna, by=bo)
    return publish(order=order, by=bo, seen_version=order.version)


def test_while_a_text_is_missing_nothing_joins(page, edition):
    order = make_order(page, edition=edition)
    with pytest.raises(TranslationDiffers):
        freeze_late_translation(edition=edition, locale=order.locale)
    assert EditionText.objects.count() == 1


def test_the_late_translation_has_the_editions_words_and_passages(page, edition):
    order = published(make_order(page, edition=edition))
    assert order.state == "published"
    danish = edition.texts.get(is_authoritative=True)
    english = edition.texts.get(locale=order.locale)
    assert english.title == f"EN {danish.title}"
    assert [e["passage"] for e in english.content] == [e["passage"] for e in danish.content]
    assert english.content[1]["value"]["statement"] == "<p>EN Vi holder fast i sag 1.</p>"
    assert "Helt nye ord" not in str(english.content)


def test_it_touches_neither_the_page_nor_its_newer_translation(page, edition):
    english = make_english(page)
    before = english.title, english.draft_title, english.latest_revision_id
    newer = set(StringTranslation.objects.values_list("pk", "data"))
    published(make_order(page, edition=edition))
    english.refresh_from_db()
    assert (english.title, english.draft_title, english.latest_revision_id) == before
    assert newer <= set(StringTranslation.objects.values_list("pk", "data"))


def test_it_is_made_of_what_was_kept_though_the_revision_is_gone(page):
    edition = make_adopted(page)
    change_after(page)
    Revision.objects.exclude(pk=page.latest_revision_id).delete()
    order = published(make_order(page, edition=edition))
    assert edition.texts.filter(locale=order.locale).exists()


def test_an_edition_of_which_nothing_is_kept_says_so_and_can_not_be_translated(page):
    edition = make_adopted(page)
    change_after(page)
    FrozenSource.objects.all().delete()
    Revision.objects.exclude(pk=page.latest_revision_id).delete()
    order = make_order(page, edition=edition)
    assert order.prepared_at is None
    assert order.fault
    assert not FrozenSegment.objects.exists()


def test_what_was_kept_of_another_text_is_not_taken_for_the_edition(page, edition):
    kept = FrozenSource.objects.get(edition=edition)
    kept.content["title"] = "Noget andet"
    kept.save()
    assert make_order(page, edition=edition).fault


def test_an_order_of_the_edition_that_the_page_still_has_publishes_the_page_too(page):
    edition = make_adopted(page)
    order = published(make_order(page, edition=edition))
    english = PolicyPage.objects.get(translation_key=page.translation_key, locale=order.locale)
    assert english.live
    assert english.title == f"EN {page.title}"
    assert edition.texts.get(locale=order.locale).revision_id


def test_of_the_working_text_only_what_is_the_editions_is_frozen(page):
    order = make_order(page)
    edition = make_adopted(page)
    change_danish(page, [chapter(), principle(1), principle(2, statement="<p>Nyt.</p>")])
    anna, bo = make_user("anna"), make_staff("editor", "bo")
    order = make_approved(order, translated_by=anna, by=bo)
    with override("en"), pytest.raises(Refused):
        publish(order=order, by=bo, seen_version=order.version, edition=edition)
    order.refresh_from_db()
    assert order.state == "approved"
    assert edition.texts.count() == 1


def test_danish_changed_while_it_is_read_keeps_it_from_being_approved(page):
    anna, bo = make_user("anna"), make_staff("editor", "bo")
    order = make_ready(make_order(page), anna)
    change_danish(page, [chapter(), principle(1), principle(2, statement="<p>Nyt.</p>")])
    left = left_of(order)
    assert left == 1
    with pytest.raises(Refused):
        approve(order=order, by=bo, seen_version=order.version, left=left)


def test_an_old_title_is_no_name_for_the_page(page, edition):
    order = make_order(page, edition=edition)
    translate(order, piece_at(order, "title"), "Old title")
    translate_all(order)
    english = PolicyPage.objects.get(translation_key=page.translation_key, locale=order.locale)
    assert english.draft_title != "Old title"
