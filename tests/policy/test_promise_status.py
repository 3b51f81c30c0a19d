"""How a promise stood in a year is said beside the frozen text, of promises that were really made."""

import datetime
import uuid

import pytest
from django.utils import timezone
from wagtail.models import Locale

from policy.errors import Refused
from policy.models import EditionText, PromiseStatus, PromiseStatusText
from policy.promises import statuses_of
from tests.factories.policy import (
    edit,
    make_adopted,
    make_hearing_version,
    make_page,
    make_user,
    principle,
)
from tests.factories.promises import promise_id, say

pytestmark = [pytest.mark.django_db, pytest.mark.database]
THIS_YEAR = timezone.localdate().year


@pytest.fixture
def page():
    page = make_page(principles=2)
    make_adopted(page, on=datetime.date(THIS_YEAR - 3, 4, 1))
    return page


def statuses(page, number=1):
    return statuses_of(page.translation_key, page.locale_id).get(promise_id(number), [])


def refused(page, words, **fields):
    with pytest.raises(Refused, match=words):
        say(page, **fields)
    assert not PromiseStatus.objects.exists()


@pytest.mark.parametrize("why", [{}, {"da": "  \n"}, {"en": "Because."}])
def test_not_kept_without_a_reason_in_danish_is_refused(page, why):
    refused(page, "dansk|hvorfor", state="not_kept", why=why)


def test_a_reason_in_another_language_alone_is_refused(page):
    refused(page, "dansk", state="kept", why={"en": "All went well."})


def test_a_year_to_come_is_refused(page):
    refused(page, "ikke kommet", year=THIS_YEAR + 1)


def test_a_year_before_the_promise_is_refused(page):
    refused(page, str(THIS_YEAR - 3), year=THIS_YEAR - 4)


@pytest.mark.parametrize("state", ["", "broken", "KEPT"])
def test_a_state_that_is_none_is_refused(page, state):
    refused(page, "Vælg", state=state)


def test_a_language_that_the_site_has_not_is_refused_and_nothing_is_written(page):
    refused(page, "xx", why={"da": "Det gik.", "xx": "?"})
    assert not PromiseStatusText.objects.exists()


def test_a_promise_that_stands_nowhere_is_refused(page):
    refused(page, "offentlig", number=7)


def test_a_promise_of_the_draft_or_of_a_hearing_version_is_not_made_yet(page):
    edit(page, [principle(1), principle(5)])
    refused(page, "offentlig", number=5)
    make_hearing_version(page)
    refused(page, "offentlig", number=5)


def test_a_promise_of_another_policy_is_refused(page):
    other = make_page(slug="anden", body=[principle(8)])
    make_adopted(other)
    refused(page, "offentlig", number=8)


def test_a_status_is_written_with_who_said_it_and_why(page):
    user = make_user()
    status = say(page, state="not_kept", why={"da": "Vi manglede folk.", "en": " "}, user=user)
    status.refresh_from_db()
    assert (status.said_by, status.year, status.promise_id) == (
        user,
        THIS_YEAR,
        uuid.UUID(promise_id(1)),
    )
    assert [text.why for text in status.texts.all()] == ["Vi manglede folk."]


def test_the_years_are_newest_first_and_the_last_word_on_a_year_counts(page):
    say(page, year=THIS_YEAR - 2, state="on_the_way")
    say(page, year=THIS_YEAR - 1, state="kept")
    say(page, year=THIS_YEAR - 2, state="not_kept", why={"da": "Vi tog fejl før."})
    found = statuses(page)
    assert [(s.year, s.state) for s in found] == [
        (THIS_YEAR - 1, "kept"),
        (THIS_YEAR - 2, "not_kept"),
    ]
    assert found[1].why == "Vi tog fejl før."


def test_a_reader_gets_the_reason_in_her_language_or_else_in_danish(page):
    say(page, 1, why={"da": "Vi svarede.", "en": "We answered."})
    say(page, 2, why={"da": "Kun på dansk."})
    english = Locale.objects.get(language_code="en")
    found = statuses_of(page.translation_key, english.pk)
    first, second = found[promise_id(1)][0], found[promise_id(2)][0]
    assert (first.why, first.why_language) == ("We answered.", "en")
    assert (second.why, second.why_language) == ("Kun på dansk.", "da")


def test_what_is_said_for_later_is_not_public_yet(page):
    soon = timezone.now() + datetime.timedelta(seconds=60)
    say(page, at=soon)
    assert not statuses(page)


def test_the_frozen_text_is_untouched(page):
    before = list(EditionText.objects.values_list("sha256", "content"))
    say(page)
    assert list(EditionText.objects.values_list("sha256", "content")) == before
