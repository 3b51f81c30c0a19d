"""A reader chooses what to see of a dialogue; the address holds it, and nothing else gets through."""

import re

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from comments.actions import withdraw
from comments.models import Comment
from policy.models import PolicyPage
from tests.factories.comments import make_answer, make_comment, make_hearing, wordings_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def hearing():
    return make_hearing()


def url(hearing, language="da"):
    with translation.override(language):
        return reverse("comments:hearing", args=[hearing.pk])


def body(client, hearing, query="", language="da"):
    response = client.get(f"{url(hearing, language)}?{query}")
    assert response.status_code == 200
    return response.content.decode()


def numbers(client, hearing, query=""):
    thread = client.get(f"{url(hearing)}?{query}").context["thread"]
    return [comment.number for comment in thread.comments]


@pytest.mark.parametrize(
    "query",
    [
        "sort=received_at",
        "sort=-sender__email",
        "sort=KANARIE",
        "answered=KANARIE",
        "by=KANARIE&stance=KANARIE",
        "email__startswith=KANARIE",
        "sender__email__startswith=a",
        "status=pending",
        "audience=municipality",
        "sort=KANARIE'%3B--&sort[]=x",
        "KANARIE=%22%3E%3Cscript%3E",
        "order_by=sender__name&stance=%00",
    ],
)
def test_rows_4_43_65_what_is_not_on_the_list_is_neither_obeyed_nor_repeated(
    client, hearing, query
):
    make_comment(hearing, email="anna@viby.example")
    make_comment(hearing, status="pending", text="Venter endnu")
    with CaptureQueriesContext(connection) as plain:
        whole = body(client, hearing)
    with CaptureQueriesContext(connection) as asked:
        assert body(client, hearing, query) == whole
    assert "KANARIE" not in str(asked.captured_queries)
    assert len(asked) <= len(plain)


@pytest.mark.parametrize("query", ["answered=yes", "answered=no", "by=citizen", "stance=against"])
def test_row_41_no_choice_brings_out_what_is_not_public(client, hearing, query):
    fields = {"stance": "against", "text": "KANARIE", "district": "KANARIE"}
    for status in ("pending", "held", "rejected"):
        make_comment(hearing, status=status, **fields)
    withdraw(comment=make_comment(hearing, **fields))
    make_comment(hearing, status="pending", audience="municipality", **fields)
    seen = make_comment(hearing, stance="against")
    make_answer(seen, published=False, texts={"da": "KANARIE", "en": "KANARIE"})
    page = body(client, hearing, query)
    assert "KANARIE" not in page
    assert "Bemærkning trukket tilbage" not in page
    assert numbers(client, hearing, query) == ([] if query == "answered=yes" else [seen.number])


@pytest.fixture
def dialogue(hearing):
    """Five public comments: the second is answered, the third an association's, all but 5 placed."""
    first, second = wordings_of(hearing)[:2]
    make_comment(hearing, wording=second, stance="support")
    make_answer(make_comment(hearing, wording=first, stance="against"))
    make_comment(hearing, wording=second, author_kind="association", name="Bylauget")
    make_comment(hearing, wording=first, stance="against")
    make_comment(hearing, whole=True)
    return hearing


@pytest.mark.parametrize(
    ("query", "shown", "words"),
    [
        ("sort=newest", [5, 4, 3, 2, 1], "Nyeste først. "),
        ("sort=passage", [5, 2, 4, 1, 3], "Efter afsnit. "),
        ("answered=yes", [2], "1 af 5 bemærkninger: besvarede. "),
        ("answered=no", [1, 3, 4, 5], "4 af 5 bemærkninger: ubesvarede. "),
        ("by=association", [3], "1 af 5 bemærkninger: fra foreninger. "),
        ("by=citizen&answered=no", [1, 4, 5], "3 af 5 bemærkninger: ubesvarede, fra borgere. "),
        ("stance=against&sort=newest", [4, 2], "2 af 5 bemærkninger: holdning: imod, nyeste først"),
    ],
)
def test_what_is_shown_is_what_was_chosen_and_is_said_in_words(
    client, dialogue, query, shown, words
):
    assert numbers(client, dialogue, query) == shown
    assert words in body(client, dialogue, query)


def test_a_choice_that_nothing_fits_says_so_and_leads_back_to_all(client, dialogue):
    page = body(client, dialogue, "answered=yes&by=association")
    assert "Ingen bemærkning passer til det, du har valgt." in page
    assert f'<a href="{url(dialogue)}#comments">Vis alle 5 bemærkninger</a>' in page


def test_the_counts_of_the_whole_dialogue_stay_the_same_whatever_is_chosen(client, dialogue):
    for query in ("", "answered=yes", "by=association", "stance=question"):
        assert "5 bemærkninger, 1 svar" in body(client, dialogue, query)


def test_the_form_keeps_what_was_chosen_and_works_without_a_script(client, dialogue):
    page = body(client, dialogue, "sort=newest&stance=against")
    assert '<option value="newest" selected>Nyeste først</option>' in page
    assert '<option value="against" selected>Imod</option>' in page
    assert f'<form action="{url(dialogue)}#comments">' in page
    # What an untouched form sends is everything.
    assert numbers(client, dialogue, "sort=oldest&answered=&by=&stance=") == [1, 2, 3, 4, 5]


def test_turning_the_page_keeps_the_choice_and_the_passage(client, hearing):
    wording = wordings_of(hearing)[0]
    for _n in range(21):
        make_comment(hearing, wording=wording, stance="support")
    code = wording.passage.code
    page = body(client, hearing, f"stance=support&sort=newest&passage={code}&utm_source=KANARIE")
    assert f'href="?sort=newest&amp;stance=support&amp;passage={code}&amp;page=2#comments"' in page
    assert "KANARIE" not in page
    second = f"sort=newest&stance=support&passage={code}&page=2"
    assert numbers(client, hearing, second) == [1]
    assert client.get(f"{url(hearing)}?answered=yes&page=2").status_code == 404


@pytest.mark.parametrize("page", ["0", "-1", "9" * 20, "9" * 5000, "1e9", "%00", "٣"])
def test_row_17_a_page_that_is_not_there_is_a_404(client, hearing, page):
    assert client.get(f"{url(hearing)}?sort=newest&page={page}").status_code == 404


def test_search_engines_get_the_whole_dialogue_alone(client, dialogue):
    whole, part = body(client, dialogue, "utm=x"), body(client, dialogue, "sort=newest")
    assert "noindex" not in whole
    assert "noindex" in part
    for page in (whole, part):
        [canonical] = re.findall(r'rel="canonical" href="([^"]+)"', page)
        assert canonical == settings.BASE_URL + url(dialogue)


def test_a_choice_costs_no_query_more_however_many_there_are(client, dialogue):
    def cost(query):
        with CaptureQueriesContext(connection) as captured:
            body(client, dialogue, query)
        return len(captured)

    body(client, dialogue)
    plain, few = cost(""), cost("by=citizen")
    for _n in range(15):
        make_answer(make_comment(dialogue, wording=wordings_of(dialogue)[1]))
    assert (cost(""), cost("by=citizen")) == (plain, few)
    assert few <= plain <= 15


def test_where_nothing_fits_the_choice_the_whole_is_still_counted(client, hearing):
    make_comment(hearing)
    make_answer(make_comment(hearing))
    thread = client.get(f"{url(hearing)}?stance=against").context["thread"]
    assert (thread.comments, thread.page_obj.paginator.count) == ([], 0)
    assert (thread.total, thread.answered) == (2, 1)


def test_a_page_is_read_by_its_keys_and_not_out_of_all_rows(client, dialogue):
    """Windows over the thread made the database join and sort all of it: 150 ms of 10,000."""
    with CaptureQueriesContext(connection) as captured:
        body(client, dialogue)
    assert not [query for query in captured if " OVER (" in query["sql"]]


def test_a_passages_thread_is_chosen_from_in_the_same_way(client, dialogue):
    wording = wordings_of(dialogue)[0]
    page = PolicyPage.objects.get(translation_key=dialogue.edition.policy_id)
    address = page.passage_url(wording.passage.code)
    shown = client.get(f"{address}?sort=newest&answered=no&utm=KANARIE").content.decode()
    assert "1 af 2 bemærkninger: ubesvarede, nyeste først" in shown
    assert 'id="b4"' in shown
    assert 'id="b2"' not in shown
    assert "KANARIE" not in shown
    assert '<meta name="robots" content="noindex">' in shown
    assert "noindex" not in client.get(f"{address}?utm=x").content.decode()
    # What the life of the passage counts is the whole dialogue, at its own places.
    life = client.get(f"{address}?answered=no").context["thread"]["dialogue"].by_edition
    assert [of["comments"] for of in life.values()] == [2]


def test_every_count_of_the_site_agrees_with_the_thread(client, dialogue):
    policy = dialogue.edition.policy_id
    counts = Comment.objects.counts_by_passage(policy)
    for wording in wordings_of(dialogue)[:2]:
        code = wording.passage.code
        thread = client.get(f"{url(dialogue)}?passage={code}").context["thread"]
        asked = client.get(f"{url(dialogue)}?passage={code}&answered=yes").context["thread"]
        assert counts[code] == {"comments": thread.total, "answered": thread.answered}
        assert asked.page_obj.paginator.count == thread.answered
