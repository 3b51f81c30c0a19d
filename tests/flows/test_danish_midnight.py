"""A new edition takes effect by the clock: everywhere, in every language, with no job having run."""

import datetime

import pytest
import time_machine
from django.utils import timezone

from search import queue
from tests.factories.home import make_english_home
from tests.factories.policy import chapter, edit, make_adopted, make_page, principle
from tests.factories.translation import make_english
from translation.actions import freeze_translation

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = datetime.timedelta(days=1)
OLD, NEW = "Vi svarer langsomt.", "Vi svarer hurtigt."


def body(words):
    return [chapter(), principle(1, statement=f"<p>{words}</p>")]


@pytest.fixture
def page():
    """A policy whose second edition comes into force at the next Danish midnight; both in English."""
    make_english_home()
    page = make_page(body=body(OLD))
    long_ago = timezone.localdate() - 30 * DAY
    first = make_adopted(page, on=long_ago, at=timezone.now() - 30 * DAY)
    freeze_translation(edition=first, page=make_english(page))
    edit(page, body=body(NEW)).get_latest_revision().publish()
    second = make_adopted(page, in_force_from=timezone.localdate() + DAY)
    freeze_translation(edition=second, page=make_english(page))
    queue.drain()
    return page


@pytest.fixture
def midnight():
    date = timezone.localdate() + DAY
    return timezone.make_aware(datetime.datetime.combine(date, datetime.time.min))


@pytest.fixture
def read(client):
    return lambda url: client.get(url).content.decode()


def addresses(page) -> dict[str, str]:
    english = page.get_translations().get()
    return {"da": page.url, "en": english.url}


@pytest.mark.parametrize(("seconds", "words"), [(-1, OLD), (0, NEW)])
def test_the_policys_address_changes_in_every_language_at_once(
    page, midnight, read, seconds, words
):
    with time_machine.travel(midnight + datetime.timedelta(seconds=seconds), tick=False):
        for language, url in addresses(page).items():
            shown = read(url)
            assert words in shown, language
            assert (OLD if words == NEW else NEW) not in shown, language


@pytest.mark.parametrize(("seconds", "number"), [(-1, 1), (0, 2)])
def test_the_list_and_the_front_page_change_with_it(page, midnight, client, seconds, number):
    with time_machine.travel(midnight + datetime.timedelta(seconds=seconds), tick=False):
        rows = client.get(page.editions_url()).context["rows"]
        front = client.get("/da/").context["policy"]
        cover = client.get(addresses(page)["en"]).content.decode()
    assert [row.edition.number for row in rows if row.is_in_force] == [number]
    assert front.edition.number == number
    assert f"Edition {number} · in force now" in cover


@pytest.mark.parametrize(("seconds", "number"), [(-1, 1), (0, 2)])
def test_the_search_shows_the_wording_in_force(page, midnight, client, seconds, number):
    with time_machine.travel(midnight + datetime.timedelta(seconds=seconds), tick=False):
        shown = client.get("/da/soeg/", {"q": "svarer"})
    hits = [hit for group in shown.context["groups"] for hit in group.hits]
    passages = [hit for hit in hits if hit.kind == "passages"]
    assert [(hit.edition.key, hit.is_in_force) for hit in passages] == [(str(number), True)]


def test_summer_time_and_utc_do_not_matter(page, midnight, read):
    assert midnight.utcoffset() != datetime.timedelta(0)
    with time_machine.travel(midnight.astimezone(datetime.UTC), tick=False):
        assert NEW in read(page.url)
