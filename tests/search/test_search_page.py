"""The search page: what is public, grouped by kind, the edition in force first."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from comments.actions import redact, translate_comment, withdraw
from comments.models import Comment
from policy.models import Edition
from search import queue
from tests.factories.comments import make_answer, make_comment, make_hearing, wordings_of
from tests.factories.home import (
    heading,
    make_english_home,
    make_settings,
    make_standard_page,
    paragraph,
)
from tests.factories.policy import edit, make_adopted, make_page, make_user, principle
from tests.factories.translation import make_english
from translation.actions import freeze_translation

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def search(client, query, at="da", **parameters):
    queue.drain()
    address = {"da": "/da/soeg/", "en": "/en/search/"}[at]
    response = client.get(address, {"q": query, **parameters})
    assert response.status_code == 200
    return response.context


def hits(context, kind):
    return [hit for group in context["groups"] if group.kind == kind for hit in group.hits]


@pytest.fixture
def page():
    found = make_page(
        body=[principle(1, heading="Fristen", statement="<p>Vi svarer til tiden.</p>")]
    )
    make_adopted(found)
    return found


def test_without_a_word_there_is_nothing_to_find(client, page):
    for query in ("", " ", '"', "-", "\u0301"):
        context = search(client, query)
        assert (context["is_asked"], context["groups"], context["total"]) == (False, [], 0)


def test_a_draft_is_not_found(client, page):
    edit(page, [principle(1, heading="Hemmeligheden")])
    assert search(client, "hemmeligheden")["total"] == 0


def test_a_hearing_version_is_not_found_before_its_hearing_opens(client, page):
    edit(page, [principle(1, heading="Hemmeligheden")])
    now, day = timezone.now(), datetime.timedelta(days=1)
    make_hearing(page, opens_at=now + day, closes_at=now + 2 * day)
    assert search(client, "hemmeligheden")["total"] == 0


def test_a_policy_whose_page_is_withdrawn_is_not_found(client, page):
    page.unpublish()
    assert search(client, "fristen")["total"] == 0


@pytest.mark.parametrize("status", ["pending", "held", "rejected"])
def test_row_41_a_comment_that_is_not_public_is_neither_found_nor_counted(client, page, status):
    make_comment(make_hearing(page), status=status, text="kvælstof")
    context = search(client, "kvælstof")
    assert context["total"] == 0
    assert context["filters"] == []
    (kinds,) = (f for f in search(client, "fristen")["filters"] if f.key == "kind")
    assert {kind.value: kind.count for kind in kinds.choices}["comments"] == 0


def test_row_41_a_comment_that_the_index_still_has_is_not_shown(client, page):
    comment = make_comment(make_hearing(page), text="kvælstof")
    search(client, "kvælstof")
    withdraw(comment=comment)
    for language in ("da", "all"):
        response = client.get("/da/soeg/", {"q": "kvælstof", "language": language})
        assert response.context["total"] == 0


def test_words_that_were_left_out_are_not_shown_even_while_the_index_has_them(client, page):
    comment = make_comment(make_hearing(page), text="Ring til Karen om kvælstof")
    search(client, "kvælstof")
    redact(comment=comment, by=make_user("m"), text="Ring til [udeladt] om kvælstof")
    response = client.get("/da/soeg/", {"q": "kvælstof"})
    assert "Karen" not in response.content.decode()


def test_a_page_that_is_not_for_all_is_not_found(client):
    closed = make_standard_page("Fortroligt")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    make_standard_page("Fortrolig kladde").unpublish()
    assert search(client, "fortroligt")["total"] == 0
    assert search(client, "kladde")["total"] == 0


def test_a_passage_is_found_once_in_the_edition_in_force(client, page):
    edit(page, [principle(1, heading="Fristen er tre uger")])
    make_hearing(page)
    (hit,) = hits(search(client, "fristen"), "passages")
    assert (hit.title, hit.is_in_force, str(hit.edition)) == (
        "Princip 1: Fristen",
        True,
        "udgave 1",
    )
    assert client.get(hit.url).status_code == 200
    (draft,) = hits(search(client, "fristen", edition="2-1"), "passages")
    assert (draft.title, draft.is_in_force) == ("Princip 1: Fristen er tre uger", False)


def test_what_is_in_force_comes_before_what_is_proposed(client, page):
    edit(page, [principle(2, heading="Fristen fristen fristen"), principle(1, heading="Fristen")])
    make_hearing(page)
    found = hits(search(client, "fristen"), "passages")
    assert [hit.is_in_force for hit in found] == [True, False]


def test_found_words_are_marked_and_everything_else_is_escaped(client, page):
    make_comment(make_hearing(page), text="<img src=x> Fristen & <b>svaret</b>")
    (hit,) = hits(search(client, "fristen"), "comments")
    assert hit.snippet == "&lt;img src=x&gt; <mark>Fristen</mark> &amp; &lt;b&gt;svaret&lt;/b&gt;"


def test_a_comment_leads_to_its_place_under_the_passage(client, page):
    hearing = make_hearing(page)
    comment = make_comment(hearing, text="Om kvælstof")
    (hit,) = hits(search(client, "kvælstof"), "comments")
    assert (hit.number, hit.author, hit.about) == (1, "Borger i Vesterby", "Princip 1")
    assert hit.url == f"/da/politik/afsnit/{comment.passage.code}/#b1"
    whole = make_comment(hearing, whole=True, text="Om fosfor")
    (hit,) = hits(search(client, "fosfor"), "comments")
    assert (hit.url, hit.about) == (f"/da/hoeringer/{hearing.pk}/#b{whole.number}", "")


def test_a_comment_on_a_later_page_of_a_long_thread_leads_to_that_page(client, page):
    hearing = make_hearing(page)
    wording = wordings_of(hearing)[0]
    for _n in range(20):
        make_comment(hearing, wording=wording)
    last = make_comment(hearing, wording=wording, text="Bussen skal køre om aftenen.")
    hit = hits(search(client, "bussen"), "comments")[0]
    assert hit.url.endswith(f"/afsnit/{wording.passage.code}/?page=2#b{last.number}")


def test_an_answer_leads_to_the_first_comment_that_it_answers(client, page):
    hearing = make_hearing(page)
    comments = [make_comment(hearing), make_comment(hearing)]
    make_answer(*comments, texts={"da": "Kvælstof måles.", "en": "Nitrogen is measured."})
    (hit,) = hits(search(client, "kvælstof"), "responses")
    assert (hit.title, hit.number, hit.language) == ("Byrådssekretariatet", 1, "da")
    assert hit.url.endswith("#b1")


def test_a_page_is_found_by_its_text(client):
    make_standard_page("Om os", body=[heading("Kvælstof"), paragraph("<p>Fosfor</p>")])
    for word in ("kvælstof", "fosfor"):
        (hit,) = hits(search(client, word), "pages")
        assert (hit.title, hit.url) == ("Om os", "/da/om-os/")


def test_a_page_shows_the_place_with_the_words_as_the_site_fills_it_in(client):
    make_settings(place="Viby")
    long = "<p>" + "Noget helt andet. " * 40 + "Her i {place} måles kvælstof hver dag.</p>"
    made = make_standard_page("Om os", body=[paragraph(long)])
    made.introduction = "For dig, der bor i {place}."
    made.save_revision().publish()
    (hit,) = hits(search(client, "kvælstof"), "pages")
    assert "Her i Viby måles <mark>kvælstof</mark>" in hit.snippet
    (hit,) = hits(search(client, "viby"), "pages")
    assert hit.snippet.startswith("For dig, der bor i <mark>Viby</mark>.")
    make_settings(place="Ry")
    assert hits(search(client, "viby"), "pages") == []
    assert hits(search(client, "ry"), "pages")


def test_each_language_finds_its_own_text_and_all_languages_each_passage_once(client, page):
    make_english_home()
    freeze_translation(edition=Edition.objects.get(), page=make_english(page))
    for at, language in (("da", "da"), ("en", "en")):
        (hit,) = hits(search(client, "tiden", at), "passages")
        assert (hit.language, hit.url.split("/")[1]) == (language, at)
        (hit,) = hits(search(client, "tiden", at, language="all"), "passages")
        assert hit.language == language
    (hit,) = hits(search(client, "tiden", "en", language="da"), "passages")
    assert hit.language == "da"


def test_a_translated_comment_is_found_in_the_language_of_the_page(client, page):
    comment = make_comment(make_hearing(page), text="termin odpowiedzi", language="pl")
    assert search(client, "odpowiedzi")["total"] == 0
    assert hits(search(client, "odpowiedzi", language="all"), "comments")[0].language == "pl"
    translate_comment(comment=comment, by=make_user("m"), language="da", text="Om svarfristen")
    (hit,) = hits(search(client, "svarfristen"), "comments")
    assert (hit.language, hit.snippet) == ("da", "Om <mark>svarfristen</mark>")


def test_row_4_and_43_unknown_parameters_are_as_if_they_were_not_there(client, page):
    plain = search(client, "fristen")
    for parameters in (
        {"language": "xx"},
        {"language": "<script>"},
        {"edition": "99"},
        {"edition": "'; --"},
        {"kind": "senders"},
        {"sender__email__startswith": "a"},
        {"order_by": "sender__email"},
        {"page": "-1"},
        {"page": "1e9"},
        {"page": "²"},
    ):
        context = search(client, "fristen", **parameters)
        assert context["total"] == plain["total"], parameters
        assert "<script>" not in client.get("/da/soeg/", {"q": "x", **parameters}).content.decode()


@pytest.mark.parametrize("number", ["2", "99999", "100000000000000000000", "-1", "1e9", "", "0"])
def test_row_17_a_page_of_results_that_is_not_there_is_404_or_the_first(client, page, number):
    queue.drain()
    response = client.get("/da/soeg/", {"q": "fristen", "kind": "passages", "page": number})
    assert response.status_code == (404 if number in ("2", "99999", "0") else 200)


def test_many_hits_are_shortened_and_then_paged(client, page):
    hearing = make_hearing(page)
    for _n in range(22):
        make_comment(hearing, text="kvælstof")
    context = search(client, "kvælstof")
    (group,) = context["groups"]
    assert (group.count, len(group.hits)) == (22, 5)
    queue.drain()
    first = client.get("/da/soeg/" + group.more_url).context["groups"][0]
    second = client.get("/da/soeg/" + group.more_url + "&page=2").context["groups"][0]
    assert (len(first.hits), len(second.hits)) == (20, 2)
    assert len({hit.number for hit in first.hits + second.hits}) == 22


def test_the_number_of_queries_is_fixed(client, page):
    hearing = make_hearing(page)
    make_answer(make_comment(hearing, text="kvælstof"), texts={"da": "kvælstof"})
    make_standard_page("Kvælstof")
    search(client, "kvælstof")
    with CaptureQueriesContext(connection) as few:
        client.get("/da/soeg/", {"q": "kvælstof"})
    for _n in range(4):
        wording = wordings_of(hearing)[0]
        make_answer(
            make_comment(hearing, wording=wording, text="kvælstof"), texts={"da": "kvælstof"}
        )
    queue.drain()
    with CaptureQueriesContext(connection) as many:
        client.get("/da/soeg/", {"q": "kvælstof"})
    assert len(many) == len(few) <= 34  # one for each kind among them
    assert Comment.objects.public().count() == 5


def test_many_pages_cost_as_much_as_one(client):
    make_standard_page("Kvælstof", slug="et")
    search(client, "kvælstof")
    with CaptureQueriesContext(connection) as one:
        search(client, "kvælstof")
    for number in range(4):
        make_standard_page("Kvælstof", slug=f"side-{number}")
    search(client, "kvælstof")
    with CaptureQueriesContext(connection) as many:
        assert len(hits(search(client, "kvælstof"), "pages")) == 5
    assert len(many) == len(one)


def test_reading_results_sets_no_cookie_and_asks_machines_to_stay_away(client, page):
    response = client.get("/da/soeg/", {"q": "fristen"})
    assert not response.cookies
    assert response["X-Robots-Tag"] == "noindex"
    assert "Cookie" not in response.get("Vary", "")
    assert client.post("/da/soeg/").status_code == 405
