"""SQL that is made once gives what the queryset gives, and keeps nothing that changes."""

import datetime

import pytest
from django.db.models import BigIntegerField, CharField, DateTimeField
from django.utils import timezone

from policy.models import Edition, PolicyPage
from policy.reading.languages import public_text, text_in_force
from policy.reading.prepared import day_of, prepared
from tests.factories.policy import make_adopted, make_page
from tests.plugins.prepared import NotAsBuiltNow

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_nothing_is_no_value():
    @prepared(title=CharField())
    def titled(title):
        return PolicyPage.objects.filter(title=title)

    with pytest.raises(ValueError, match="title is None"):
        titled(title=None)


def test_a_number_that_no_column_holds_is_found_nowhere(django_assert_num_queries):
    @prepared(number=BigIntegerField())
    def numbered(number):
        return Edition.objects.filter(pk=number)

    edition = make_adopted(make_page())
    assert numbered(number=edition.pk) == [edition]
    for number in (2**63, -(2**70)):
        with django_assert_num_queries(0):
            assert numbered(number=number) == []
    assert numbered(number=2**63 - 1) == []


def test_a_builder_that_asks_the_clock_itself_is_found_by_the_tests():
    @prepared(number=BigIntegerField())
    def public(number):
        return Edition.objects.filter(number=number, public_from__lte=timezone.now())

    with pytest.raises(NotAsBuiltNow):
        public(number=1)


def test_it_is_built_once_and_asks_with_other_values(django_assert_num_queries):
    built = []

    @prepared(slug=CharField())
    def pages(slug):
        built.append(slug)
        return PolicyPage.objects.filter(slug=slug).select_related("locale")

    make_page()
    assert pages(slug="en-anden") == []
    built_by_the_check = len(built)
    with django_assert_num_queries(1):
        [page] = pages(slug="politik")
        assert (page.title, page.locale.language_code) == ("Samskabelsespolitik", "da")
    # Once more by what compares in tests, and by nobody else.
    assert len(built) == built_by_the_check + 1


def test_another_shape_is_another_query():
    @prepared(slug=CharField())
    def names(is_flat, slug):
        found = PolicyPage.objects.filter(slug=slug)
        return found.values_list("slug", flat=True) if is_flat else found.values_list("slug")

    make_page()
    assert names(True, slug="politik") == ["politik"]
    assert names(False, slug="politik") == [("politik",)]
    assert names(True, slug="politik") == ["politik"]


def test_the_day_of_an_instant_is_the_one_in_denmark():
    @prepared(at=DateTimeField())
    def until(at):
        return Edition.objects.filter(in_force_from__lte=day_of(at))

    day = datetime.date(2030, 1, 2)
    make_adopted(make_page(), in_force_from=day)
    late = datetime.datetime(2030, 1, 1, 22, 59, 59, tzinfo=datetime.UTC)
    assert until(at=late) == []
    assert len(until(at=late + datetime.timedelta(seconds=1))) == 1


def test_each_edition_is_found_by_its_own_number():
    page = make_page()
    first, second = make_adopted(page), make_adopted(page)
    assert public_text(page, 1, None).edition == first
    assert public_text(page, 2, None).edition == second
    assert public_text(page, 2, 1) is None
    assert public_text(page, 3, None) is None
    assert text_in_force(page).edition == second
