"""What the home page tells, computed from public rows."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.models import Hearing
from home.front.words import first_change
from tests.factories.comments import close, make_answer, make_comment, make_hearing, wordings_of
from tests.factories.home import make_english_home
from tests.factories.policy import edit, make_adopted, make_page, principle

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = datetime.timedelta(days=1)


def front(client, language="da"):
    response = client.get(f"/{language}/")
    assert response.status_code == 200
    return response.context


def heard(page, **fields):
    """Return a hearing on a draft whose first principle an answer then changed."""
    hearing = make_hearing(page)
    wording = wordings_of(hearing)[0]
    comments = [make_comment(hearing, wording=wording, **fields) for _n in range(2)]
    make_comment(hearing, status="pending")
    make_comment(hearing, status="rejected")
    return hearing, comments


def adopt_changed(page, hearing, *answers):
    """Close the hearing, adopt the first principle in other words, and answer with that edition."""
    close(hearing)
    body = [principle(1, statement="<p>Vi svarer inden fire uger i sag 1.</p>"), principle(2)]
    edition = make_adopted(edit(page, body))
    for comment, result in answers:
        response = make_answer(comment, result=result)
        response.outcomes.update(edition=edition)
    return edition


def test_an_empty_site_has_a_home_page_with_eight_silent_questions(client):
    context = front(client)
    assert [context[name] for name in ("policy", "hearing", "results")] == [None] * 3
    assert [q.number for q in context["questions"]] == list(range(1, 9))
    assert all(q.is_silent and not q.draft_answers_it for q in context["questions"])


def test_a_draft_is_nowhere_on_the_home_page(client):
    page = make_page()
    edit(page, [principle(1, heading="Hemmelig kladde")])
    assert front(client)["policy"] is None
    assert "Hemmelig" not in client.get("/da/").content.decode()


def test_an_edition_that_is_not_in_force_yet_is_not_the_policy(client):
    make_adopted(make_page(), in_force_from=timezone.localdate() + DAY)
    assert front(client)["policy"] is None


def test_the_edition_in_force_is_told_in_brief(client):
    make_adopted(make_page(principles=5))
    policy = front(client)["policy"]
    assert (policy.principle_count, policy.form_count, policy.theme_count) == (5, 0, 0)
    assert [p["plain"] for p in policy.principles] == ["Kort om 1.", "Kort om 2.", "Kort om 3."]
    assert policy.url == "/da/politik/"
    assert client.get(policy.principles[0]["url"]).status_code == 200


def test_a_hearing_that_has_not_begun_or_is_closed_is_not_open(client):
    page = make_page()
    now = timezone.now()
    hearing = make_hearing(page, opens_at=now + DAY, closes_at=now + 2 * DAY)
    assert front(client)["hearing"] is None
    Hearing.objects.filter(pk=hearing.pk).update(opens_at=now - 2 * DAY, closes_at=now - DAY)
    assert front(client)["hearing"].result_url
    make_adopted(page)
    assert front(client)["hearing"] is None


def test_the_open_hearing_counts_what_is_public_and_the_days(client):
    hearing, _comments = heard(make_page())
    found = front(client)["hearing"]
    assert found.comments == 2
    assert (found.days_total, found.days_left, found.is_last_day) == (15, 7, False)
    assert found.woven == 8 / 15
    for address in (found.url, found.edition_url, found.whole_url):
        assert client.get(address).status_code == 200


def test_on_the_last_day_no_day_is_left(client):
    now = timezone.localtime()
    night = now.replace(hour=23, minute=59, second=59)
    make_hearing(make_page(), opens_at=now - 3 * DAY, closes_at=night)
    found = front(client)["hearing"]
    assert (found.days_left, found.is_last_day, found.woven) == (0, True, 1.0)


def test_there_are_no_results_before_a_hearing_led_to_an_edition(client):
    page = make_page()
    hearing, comments = heard(page)
    make_answer(*comments)
    assert front(client)["results"] is None
    close(hearing)
    assert front(client)["results"] is None


def test_results_count_public_comments_and_public_answers_only(client):
    page = make_page()
    hearing, comments = heard(page)
    late = make_comment(hearing)
    edition = adopt_changed(page, hearing, (comments[0], "changed"), (comments[1], "not_changed"))
    make_answer(late, result="changed", published=False)
    results = front(client)["results"]
    assert (results.received, results.changed, results.answered) == (3, 1, 2)
    assert results.edition == edition
    assert client.get(results.url).status_code == 200


def test_an_answer_after_four_weeks_is_not_counted_as_in_time(client):
    page = make_page()
    hearing, comments = heard(page)
    adopt_changed(page, hearing, (comments[0], "changed"))
    long_ago = timezone.now() - datetime.timedelta(weeks=5)
    Hearing.objects.filter(pk=hearing.pk).update(opens_at=long_ago - DAY, closes_at=long_ago)
    results = front(client)["results"]
    assert (results.changed, results.answered) == (1, 0)


def test_the_pair_is_a_comment_and_the_words_that_it_changed(client):
    page = make_page()
    hearing, comments = heard(page, text="Skriv et tal, så vi ved besked.")
    quoting = make_comment(hearing, text="“Holder fast” er ikke en frist.")
    adopt_changed(page, hearing, (comments[0], "changed"), (quoting, "partly"))
    pair = front(client)["results"].pair
    assert pair.number == quoting.number
    assert (pair.author, pair.language) == ("Borger i Vesterby", "da")
    assert [(p.kind, p.text) for p in pair.pieces] == [
        ("same", "Vi"),
        ("removed", "holder fast"),
        ("added", "svarer inden fire uger"),
        ("same", "i sag 1."),
    ]
    assert pair.url.endswith(f"#b{quoting.number}")


def test_without_a_change_of_words_there_is_no_pair(client):
    page = make_page()
    hearing, comments = heard(page)
    close(hearing)
    edition = make_adopted(page)
    make_answer(*comments, result="changed").outcomes.update(edition=edition)
    assert front(client)["results"].pair is None


def test_questions_name_their_passages_and_the_gaps(client):
    page = make_page(body=[principle(1, questions=["1", "3"]), principle(2, questions=["1"])])
    make_adopted(page)
    edit(page, [principle(1, questions=["5"])])
    make_hearing(page)
    found = {q.number: q for q in front(client)["questions"]}
    group = found[1].answers[0]
    assert ([p.short_label for p in group.passages], group.is_whole) == (
        ["Princip 1", "Princip 2"],
        True,
    )
    assert (found[3].answers[0].count, found[3].answers[0].is_whole) == (1, False)
    assert (found[5].is_silent, found[5].draft_answers_it) == (True, True)
    assert (found[6].is_silent, found[6].draft_answers_it) == (True, False)


def test_the_english_home_page_has_no_policy_before_there_is_an_english_page(client):
    make_english_home()
    make_adopted(make_page())
    assert front(client, "en")["policy"] is None


def test_the_number_of_queries_does_not_depend_on_how_much_there_is(client):
    page = make_page(principles=2)
    hearing, comments = heard(page)
    adopt_changed(page, hearing, *[(comment, "changed") for comment in comments])
    second, _more = heard(page)
    front(client)
    with CaptureQueriesContext(connection) as few:
        front(client)
    for _n in range(6):
        make_comment(second)
    with CaptureQueriesContext(connection) as many:
        front(client)
    assert len(many) == len(few) <= 22


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        ("Ens. Ord.", "Ens. Ord."),
        ("Vi svarer. Ud.", "Vi svarer."),
        ("a " * 99, "b " * 99),
    ],
)
def test_no_short_change_is_no_change(before, after):
    assert first_change(before, after) == []


def test_comparing_huge_texts_ends_soon():
    assert first_change("a. " * 5_000, "b. " * 5_000) is not None
