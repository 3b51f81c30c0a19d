"""The editor of the Danish text says of each language how it stands, and where it is stale."""

import io

import pytest
from django.urls import reverse
from django.utils.translation import override
from openpyxl import load_workbook
from wagtail.models import Locale
from wagtail_localize.models import TranslationSource

from tests.factories.accounts import make_staff
from tests.factories.home import make_english_home
from tests.factories.orders import change_danish, make_order, translate_all
from tests.factories.policy import chapter, make_page, principle
from translation.admin.bars import bars_of
from translation.admin.editor import lines_of
from translation.progress import State, work_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def page():
    make_english_home()
    Locale.objects.create(language_code="de")
    page = make_page(body=[chapter(), principle(1), principle(2)])
    order = make_order(page)
    translate_all(order)
    change_danish(page, [chapter(), principle(1, statement="<p>Nye ord nu.</p>"), principle(2)])
    return page


def test_each_language_says_how_it_stands_and_where_it_is_stale(page):
    with override("da"):
        german, english = lines_of(page)
    assert german.state == State.MISSING
    assert not german.changed
    assert english.state == State.STALE
    assert english.changed == ["Princip 1s overskrift: det siger vi"]
    assert english.work.changed == 3


def test_it_stands_above_the_text_for_those_who_follow_translations(client, page):
    client.force_login(make_staff("editor"))
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).text
    assert "Princip 1s overskrift: det siger vi" in editor
    assert reverse("translation_new_order", args=[page.pk]) in editor


def test_the_bars_count_the_words_that_the_report_counts(page):
    english = Locale.objects.get(language_code="en")
    (bar,) = bars_of(Locale.objects.filter(pk=english.pk), None)
    source = TranslationSource.objects.get(object_id=page.translation_key)
    work = work_of([source], [english.pk])[source.pk, english.pk]
    counted = bar.current_words, bar.stale_words, bar.missing_words
    assert counted == (work.unchanged, work.changed, work.new)


def test_the_file_has_a_row_for_each_language(client, page):
    client.force_login(make_staff("editor"))
    response = client.get(reverse("translation_progress_file"))
    book = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    rows = list(book.worksheets[1].values)
    assert [row[0] for row in rows[1:]] == ["Tysk", "Engelsk"]
    assert rows[2][4] == 3
