"""A dialogue can be followed by Atom: what is public of it, and nothing that is not, or is no more."""

import datetime
import xml.etree.ElementTree as ET

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from comments.actions import erase, redact, translate_comment, withdraw
from comments.models import Decision
from policy.models import PolicyPage
from tests.factories.comments import make_answer, make_comment, make_hearing, send, wordings_of
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ATOM = "{http://www.w3.org/2005/Atom}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
CANARY = "KANARIE"
FEED_BUDGET = 10  # one of them for hearing reports


@pytest.fixture
def hearing():
    return make_hearing()


def url(hearing, kind, language="da"):
    policy, code = hearing.edition.policy_id, wordings_of(hearing)[0].passage.code
    args = {"hearing": [hearing.pk], "policy": [policy], "passage": [policy, code]}[kind]
    with translation.override(language):
        return reverse(f"comments:{kind}_feed", args=args)


def entries(client, hearing, kind="hearing", language="da"):
    response = client.get(url(hearing, kind, language))
    assert response.status_code == 200
    assert response["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(response.content).findall(f"{ATOM}entry")


def said(entry, name):
    return entry.find(f"{ATOM}{name}").text


KINDS = pytest.mark.parametrize("kind", ["hearing", "policy", "passage"])


@KINDS
def test_row_41_nothing_that_is_not_public_is_in_a_feed(client, hearing, kind):
    make_comment(hearing)
    before = client.get(url(hearing, kind)).content
    for status in ("pending", "held", "rejected"):
        make_comment(hearing, status=status, text=CANARY, name=CANARY, name_is_public=True)
    send(hearing, audience="municipality", text=CANARY)
    gone = [make_comment(hearing, text=CANARY) for _n in range(2)]
    make_answer(*gone, texts={"da": CANARY})
    withdraw(comment=gone[0])
    erase(comment=gone[1], by=None)
    make_answer(make_comment(hearing, status="pending"), published=False, texts={"da": CANARY})
    assert client.get(url(hearing, kind)).content == before


@KINDS
def test_the_address_of_a_sender_and_a_name_to_be_hidden_are_nowhere(client, hearing, kind):
    make_comment(hearing, name=CANARY, name_is_public=False, email="kanarie@viby.example")
    page = client.get(url(hearing, kind)).content.decode()
    assert CANARY not in page
    assert "@viby" not in page


def test_shortening_takes_the_words_out_and_makes_the_entry_new(client, hearing):
    comment = make_comment(hearing, text=f"{CANARY} larmer", proposal=CANARY)
    [before] = entries(client, hearing)
    later = timezone.now() + datetime.timedelta(minutes=1)
    redact(comment=comment, by=make_user("m"), text="[navn] larmer", at=later)
    [after] = entries(client, hearing)
    assert CANARY not in said(after, "summary")
    assert said(after, "id") == said(before, "id")
    assert said(after, "updated") > said(before, "updated")


@KINDS
def test_a_hearing_a_policy_and_a_passage_have_their_own(client, hearing, kind):
    first, second = wordings_of(hearing)[:2]
    make_comment(hearing, wording=first)
    make_comment(hearing, wording=second)
    assert len(entries(client, hearing, kind)) == (1 if kind == "passage" else 2)


def test_an_entry_leads_to_the_comments_own_page_and_is_as_new_as_its_decision(client, hearing):
    comment = make_comment(hearing, text="Svar\n\nhurtigere.")
    [entry] = entries(client, hearing)
    with translation.override("da"):
        own = reverse("comments:trace", args=[hearing.pk, comment.number])
    assert entry.find(f"{ATOM}link").get("href").endswith(own)
    assert "<p>Svar</p>" in said(entry, "summary")
    decided = Decision.objects.get(comment=comment, action="publish").at
    assert datetime.datetime.fromisoformat(said(entry, "updated")) == decided


def test_words_can_not_become_a_page_in_a_readers_program(client, hearing):
    make_comment(hearing, text="<img src=x onerror=alert(1)>", name="<b>", name_is_public=True)
    [entry] = entries(client, hearing)
    assert "<img" not in said(entry, "summary")
    assert "&lt;img" in said(entry, "summary")


def test_an_answer_is_an_entry_of_its_own_however_many_it_answers(client, hearing):
    comments = [make_comment(hearing) for _n in range(3)]
    make_answer(*comments, texts={"da": "Det gør vi."})
    found = entries(client, hearing)
    assert len(found) == 4
    [answer] = [entry for entry in found if "Det gør vi." in said(entry, "summary")]
    assert said(answer, "title") == "Svar på bemærkning 1"
    withdraw(comment=comments[0])
    titles = [said(entry, "title") for entry in entries(client, hearing)]
    assert "Svar på bemærkning 2" in titles


def test_an_entry_says_its_language_and_each_language_has_a_feed_of_its_own(client, hearing):
    comment = make_comment(hearing, text="Hurtigere!")
    [danish], [english] = (entries(client, hearing, language=code) for code in ("da", "en"))
    assert (danish.get(LANG), english.get(LANG)) == ("da", "da")
    assert said(danish, "id") != said(english, "id")
    translate_comment(comment=comment, by=make_user("t"), language="en", text="Faster!")
    [english] = entries(client, hearing, language="en")
    assert (english.get(LANG), "Faster!" in said(english, "summary")) == ("en", True)


@KINDS
def test_an_empty_feed_is_a_feed_and_the_same_each_time(client, hearing, kind):
    assert entries(client, hearing, kind) == []
    first = client.get(url(hearing, kind))
    again = client.get(url(hearing, kind), headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert "max-age=60" in first["Cache-Control"]
    assert not first.cookies


def test_what_is_not_there_has_no_feed(client, hearing):
    policy = hearing.edition.policy_id
    wrong = [("hearing_feed", [999]), ("policy_feed", ["0" * 8 + "-0000-4000-8000-" + "0" * 12])]
    wrong.append(("passage_feed", [policy, "zzzzzz"]))
    for name, args in wrong:
        assert client.get(reverse(f"comments:{name}", args=args)).status_code == 404
    type(hearing).objects.update(opens_at=timezone.now() + datetime.timedelta(days=1))
    assert client.get(url(hearing, "hearing")).status_code == 404


def test_a_feed_has_fifty_entries_at_most_and_costs_the_same(
    client, hearing, django_assert_max_num_queries
):
    make_answer(make_comment(hearing))
    client.get(url(hearing, "hearing"))
    with django_assert_max_num_queries(FEED_BUDGET) as few:
        entries(client, hearing)
    for _n in range(55):
        last = make_comment(hearing)
    make_answer(last)
    with django_assert_max_num_queries(len(few)):
        found = entries(client, hearing)
    assert len(found) == 50
    times = [said(entry, "updated") for entry in found]
    assert times == sorted(times, reverse=True)


def test_pages_tell_programs_and_people_of_their_feeds(client, hearing):
    make_comment(hearing)
    page = PolicyPage.objects.get(translation_key=hearing.edition.policy_id)
    with translation.override("da"):
        of_hearing = reverse("comments:hearing", args=[hearing.pk])
    code = wordings_of(hearing)[0].passage.code
    for address, kind in ((of_hearing, "hearing"), (page.passage_url(code), "passage")):
        shown = client.get(address).content.decode()
        # In its head and, with an explanation, in its text.
        assert shown.count(url(hearing, kind)) == 2
        assert "Du skal ikke opgive en e-mailadresse." in shown
