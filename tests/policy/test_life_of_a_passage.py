"""A passage's page tells its whole life: wordings, what changed, why, where it came from and went."""

import datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.models import Locale

from policy.actions import AboutBlock, AboutPassage, save_answers
from policy.models import Answer, Edition, Passage
from policy.views import passages
from tests.factories.comments import make_answer, make_comment, make_hearing, wordings_of
from tests.factories.policy import edit, make_adopted, make_hearing_version, make_page, principle
from tests.factories.translation import make_english
from translation.actions import freeze_translation

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BUDGET = 15
DAY = datetime.timedelta(days=1)
FOUR = "<p>Vi svarer på alle bidrag inden fire uger efter fristen.</p>"
THREE = "<p>Vi svarer på alle bidrag inden tre uger efter fristen.</p>"


@pytest.fixture
def page():
    page = make_page(body=[principle(1, statement=FOUR), principle(2)])
    make_adopted(page)
    return page


def passage(page, heading="Princip 1s overskrift") -> Passage:
    wordings = {"wordings__heading": heading}
    return Passage.objects.filter(policy=page.translation_key, **wordings).first()


def read(client, page, which=None, query=""):
    response = client.get(page.passage_url((which or passage(page)).code) + query)
    assert response.status_code == 200
    return response


def steps(response) -> list:
    return response.context["life"].steps


def life(response) -> str:
    return response.content.decode().split('id="life"')[1].split("</aside>")[0]


def queries(client, url) -> int:
    cache.clear()
    client.get(url)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


@pytest.mark.parametrize("query", ["0", "2", "01", "-1", "x", "", "٢", "9999999999"])
def test_a_page_of_the_life_that_is_not_there_is_not_found(page, client, query):
    url = page.passage_url(passage(page).code)
    assert client.get(f"{url}?editions={query}").status_code == 404


def test_the_draft_and_a_hearing_version_before_its_opening_are_no_part_of_it(page, client):
    edit(page, [principle(1, statement="<p>Hemmelige ord.</p>"), principle(2)])
    assert "Hemmelige" not in life(read(client, page))
    make_hearing_version(page, public_from=timezone.now() + DAY)
    assert "Hemmelige" not in life(read(client, page))
    assert len(steps(read(client, page))) == 1


def test_the_first_wording_is_told_whole(page, client):
    (step,) = steps(read(client, page))
    assert step.is_whole
    assert "inden fire uger" in life(read(client, page))


def test_wordings_are_newest_first_with_the_words_that_changed(page, client):
    make_adopted(edit(page, [principle(1, statement=THREE), principle(2)]))
    response = read(client, page)
    assert [step.anchor for step in steps(response)] == ["udgave-2", "udgave-1"]
    html = life(response)
    assert 'id="udgave-2"' in html
    assert '<del><span class="visually-hidden">fjernet: </span>fire</del>' in html
    assert '<ins><span class="visually-hidden">tilføjet: </span>tre</ins>' in html
    assert "Udgave 2</a>: omskrevet" in html


def test_a_wording_that_is_the_same_is_told_in_a_word(page, client):
    make_adopted(page)
    newest, _first = steps(read(client, page))
    assert (newest.is_whole, newest.fields, newest.heading) == (False, [], [])


def test_wordings_in_two_languages_are_not_compared(page, client):
    english = make_english(page)
    freeze_translation(edition=page_edition(page), page=english)
    make_adopted(edit(page, [principle(1, statement=THREE), principle(2)]))
    english = page.get_translation(Locale.objects.get(language_code="en"))
    with translation.override("en"):
        newest, first = steps(read(client, english, passage(page)))
    assert (newest.language, newest.anchor, newest.is_whole) == ("da", "edition-2", True)
    assert (first.language, first.anchor) == ("en", "edition-1")


def page_edition(page):
    return Edition.objects.of(page.translation_key).get()


def test_a_removed_passage_keeps_its_page_and_says_that_it_ended_and_why(page, client):
    gone = passage(page)
    make_adopted(edit(page, [principle(2)]))
    response = read(client, page, gone)
    assert response.context["life"].end.fate.kind == "removed"
    html = response.content.decode()
    assert "Afsnittet udgik i udgave 2." in html
    assert "Afsnittet er ikke nødvendigt mere." in life(response)
    assert "#udgave-2" not in html


def test_a_merged_passage_says_where_its_words_went_and_the_other_whence_they_came(page, client):
    gone, heir = passage(page), passage(page, "Princip 2s overskrift")
    edit(page, [principle(2)])
    into = principle(2)["id"]
    given = [AboutPassage(gone, Answer.MERGED, into, reason="De sagde det samme.")]
    save_answers(page=page, given=given, user=None)
    make_adopted(page, answered=False)
    ended = read(client, page, gone)
    assert f'href="{page.passage_url(heir.code)}"' in life(ended)
    assert "De sagde det samme." in life(ended)
    html = life(read(client, page, heir))
    assert "Overtager ord fra" in html
    assert f'href="{page.passage_url(gone.code)}"' in html


def test_a_passage_that_was_split_off_says_from_what(page, client):
    source = passage(page)
    edit(page, [principle(1, statement=FOUR), principle(2), principle(3)])
    given = [AboutBlock(principle(3)["id"], Answer.SPLIT_OFF, source, reason="Det var to løfter.")]
    save_answers(page=page, given=given, user=None)
    make_adopted(page, answered=False)
    new = passage(page, "Princip 3s overskrift")
    assert f'href="{page.passage_url(source.code)}"' in life(read(client, page, new))
    kept = read(client, page, source)
    assert kept.context["life"].end is None
    assert f'href="{page.passage_url(new.code)}"' in life(kept)


def test_comments_are_counted_at_the_wording_that_they_are_about(page, client):
    hearing = make_hearing(page)
    wording = next(w for w in wordings_of(hearing) if w.heading == "Princip 1s overskrift")
    comments = [make_comment(hearing, wording=wording) for _ in range(3)]
    make_comment(hearing, wording=wording, status="pending")
    make_answer(comments[0])
    response = read(client, page)
    assert response.context["thread"]["dialogue"].by_edition == {
        hearing.edition_id: {
            "comments": 3,
            "answered": 1,
            "url": f"{page.passage_url(wording.passage.code)}#b{comments[0].number}",
        }
    }
    assert "3 bemærkninger, 1 svar" in life(response)


def test_the_first_comment_of_a_later_hearing_is_linked_on_its_page_of_the_thread(page, client):
    first = make_hearing(page)
    wording = wordings_of(first)[0]
    for _ in range(21):
        make_comment(first, wording=wording)
    second = make_hearing(page)
    later = make_comment(second, wording=wordings_of(second)[0])
    by_edition = read(client, page, wording.passage).context["thread"]["dialogue"].by_edition
    url = by_edition[second.edition_id]["url"]
    assert url.endswith(f"?page=2#b{later.number}")
    assert f'id="b{later.number}"' in client.get(url.split("#")[0]).content.decode()


def test_a_long_life_is_folded_into_pages(page, client, monkeypatch):
    monkeypatch.setattr(passages, "PER_PAGE", 2)
    for number in range(2, 6):
        words = f"<p>Vi svarer inden {number} uger efter fristen, siger vi.</p>"
        make_adopted(edit(page, [principle(1, statement=words), principle(2)]))
    first, second = read(client, page), read(client, page, query="?editions=2")
    assert [step.anchor for step in steps(first)] == ["udgave-5", "udgave-4"]
    assert [step.anchor for step in steps(second)] == ["udgave-3", "udgave-2"]
    assert not steps(second)[1].is_whole
    assert "Nyere ordlyde" in life(second)
    assert "Ældre ordlyde" in life(second)
    assert "inden 5 uger" in second.content.decode().split('id="life"')[0]


def test_the_page_stays_in_its_budget_when_editions_grow(page, client):
    hearing = make_hearing(page)
    wording = wordings_of(hearing)[0]
    make_answer(make_comment(hearing, wording=wording))
    url = page.passage_url(wording.passage.code)
    few = queries(client, url)
    for number in range(2, 8):
        words = f"<p>Vi svarer inden {number} uger.</p>"
        make_adopted(edit(page, [principle(1, statement=words), principle(2)]))
    assert queries(client, url) == few <= BUDGET
