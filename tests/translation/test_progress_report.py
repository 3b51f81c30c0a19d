"""The report tells per language what is up to date, what changed since and what is new, in words."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from openpyxl import load_workbook
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from accounts.roles import Role
from tests.factories.accounts import make_staff
from tests.factories.home import make_english_home, make_standard_page
from tests.factories.policy import chapter, edit, make_page, principle
from tests.factories.translation import make_english
from translation.progress import State, words_in, work_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]
REPORT, FILE = "translation_progress", "translation_progress_file"


@pytest.fixture
def page():
    make_english_home()
    return make_page(body=[chapter(), principle(1)])


@pytest.fixture
def english(page):
    return make_english(page)


def source_of(page):
    return TranslationSource.objects.get(object_id=page.translation_key)


def work(page, code="en"):
    locale = Locale.objects.get(language_code=code)
    return work_of([source_of(page)], [locale.pk])[source_of(page).pk, locale.pk]


def change_source(page, **fields):
    edit(page, **fields).get_latest_revision().publish()
    source_of(page).update_from_db()


def log_in(client, role=Role.TRANSLATOR):
    client.force_login(make_staff(role.value))


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.FACILITATOR])
@pytest.mark.parametrize("name", [REPORT, FILE])
def test_roles_that_have_nothing_to_do_with_texts_do_not_see_it(client, role, name):
    log_in(client, role)
    assert client.get(reverse(name)).status_code == 302


@pytest.mark.parametrize("query", ["?language=xx", "?language=da", "?p=-1", "?p=a", "?p=99999"])
def test_an_address_that_makes_no_sense_shows_what_there_is(client, english, query):
    log_in(client)
    response = client.get(reverse(REPORT) + query)
    assert response.status_code == 200
    assert response.context["chosen"].language_code == "en"


def test_tags_are_no_words():
    assert words_in("<b>To</b> små <i>ord</i>") == 3
    assert words_in("") == 0


def test_a_text_that_is_translated_whole_is_up_to_date(page, english):
    found = work(page)
    assert (found.state, found.percent, found.to_do) == (State.CURRENT, 100, 0)
    assert found.unchanged > 0


def test_a_language_that_nobody_began_has_everything_to_do(page, english):
    Locale.objects.create(language_code="pl")
    found = work(page, "pl")
    assert (found.state, found.percent, found.unchanged) == (State.MISSING, 0, 0)
    assert found.new == work(page).unchanged


def test_saving_the_danish_without_a_change_makes_nothing_stale(page, english):
    change_source(page)
    assert work(page).state == State.CURRENT


def test_changed_words_are_told_from_new_ones(page, english):
    change_source(page, title="En ny titel her")
    found = work(page)
    assert (found.state, found.changed, found.new) == (State.STALE, 4, 0)
    change_source(page, body=[chapter(), principle(1), principle(2)])
    assert work(page).new > 0


def test_a_faulty_translation_does_not_count(page, english):
    StringTranslation.objects.filter(context__path="title").update(has_error=True)
    assert work(page).state in {State.BEGUN, State.STALE}


def test_the_report_shows_the_rows_and_a_bar_for_each_language(client, page, english):
    Locale.objects.create(language_code="pl")
    log_in(client)
    response = client.get(reverse(REPORT))
    bars = {bar.locale.language_code: bar for bar in response.context["bars"]}
    assert bars["en"].percent == 100
    assert (bars["pl"].done, bars["pl"].percent) == (0, 0)
    assert bars["pl"].total == bars["en"].total > 0
    rows = {row.source.object_id: row for row in response.context["rows"]}
    assert rows[page.translation_key].work.state == State.CURRENT


def test_a_row_leads_to_the_editor_of_the_translation(client, page, english):
    log_in(client)
    translation = Translation.objects.get(source=source_of(page))
    response = client.get(reverse("translation_work", args=[translation.pk]))
    assert response.headers["Location"] == reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert client.get(reverse("translation_work", args=[10**9])).status_code == 404


def test_the_file_has_the_same_figures_and_no_formulas(client, page, english):
    TranslationSource.objects.update(object_repr='=HYPERLINK("https://evil.example")')
    log_in(client)
    response = client.get(reverse(FILE) + "?language=en")
    assert "no-store" in response.headers["Cache-Control"]
    sheet = load_workbook(io.BytesIO(b"".join(response.streaming_content))).active
    rows = list(sheet.iter_rows(min_row=2))
    found = work(page)
    assert [cell.value for cell in rows[-1]][3:7] == [found.total, found.unchanged, 0, 0]
    assert rows[-1][0].data_type == "s"


def test_six_languages_and_fifty_times_the_pages_cost_no_query_more(client, page, english):
    log_in(client)
    client.get(reverse(REPORT))
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(reverse(REPORT))
    for code in ("de", "uk", "pl", "ar"):
        Locale.objects.create(language_code=code)
    for number in range(50):
        source = make_standard_page(f"Side {number}")
        TranslationSource.update_or_create_from_instance(source)
    with CaptureQueriesContext(connection) as many:
        client.get(reverse(REPORT))
    assert len(many) <= len(few)
    assert len(many) <= 20
