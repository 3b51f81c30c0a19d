"""Comments on what is in force, outside hearings: it follows the edition, by the clock alone."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from comments.actions import close_standing_dialogue, open_standing_dialogue
from comments.errors import HearingNotOpen, NotPossible
from comments.models import NEVER, Comment, Hearing
from comments.reading.deadlines import deadline_log
from policy.actions import withdraw
from policy.models import Policy
from tests.comments.citizen import address
from tests.factories.comments import close, make_comment, make_hearing, send
from tests.factories.policy import make_adopted, make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = datetime.timedelta(days=1)
PURPOSES = {"da": "Sig, hvad der virker.", "en": "Tell us what works."}


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def edition(page):
    return make_adopted(page)


def opened(edition, **fields):
    policy = Policy.objects.get(pk=edition.policy_id)
    return open_standing_dialogue(policy=policy, purposes=PURPOSES, user=None, **fields)


def closed(edition):
    close_standing_dialogue(policy=Policy.objects.get(pk=edition.policy_id), user=None)


def body(response):
    assert response.status_code == 200
    return response.content.decode()


def rows():
    return list(Hearing.objects.standing().order_by("edition__number"))


def test_without_an_edition_in_force_there_is_nothing_to_open(page):
    hearing = make_hearing(page)
    with pytest.raises(NotPossible):
        opened(hearing.edition)
    assert not Hearing.objects.standing().exists()


def test_without_a_danish_purpose_nothing_opens(edition):
    policy = Policy.objects.get(pk=edition.policy_id)
    with pytest.raises(NotPossible):
        open_standing_dialogue(policy=policy, purposes={"en": "Tell us."}, user=None)
    assert not Hearing.objects.standing().exists()


def test_a_policy_that_has_it_off_begins_none_with_its_next_edition(page, edition):
    make_adopted(page)
    assert rows() == []


def test_it_takes_comments_and_never_names_an_end(client, page, edition):
    dialogue = opened(edition)
    assert (dialogue.closes_at, dialogue.ends_at) == (NEVER, None)
    make_comment(dialogue, text="Det virker hos os.")
    places = [page.url, address(dialogue), "/da/hoeringer/", "/da/hoeringer/hoeringer.atom"]
    places += [f"/da/hoeringer/{dialogue.pk}/", page.editions_url(), "/da/", "/api/v1/hearings"]
    for place in places:
        shown = body(client.get(place))
        assert "9999" not in shown, place
        assert "10000" not in shown, place
    assert "lukker ikke" in body(client.get(f"/da/hoeringer/{dialogue.pk}/"))
    assert "does not close" in body(client.get(f"/en/hearings/{dialogue.pk}/"))


def test_the_calendar_file_leaves_it_out_and_the_api_gives_no_end(client, edition):
    opened(edition)
    assert b"VEVENT" not in client.get("/da/hoeringer/hoeringer.ics").content
    [row] = client.get("/api/v1/hearings").json()["items"]
    assert (row["kind"], row["closes_at"]) == ("standing", None)


def test_each_passage_in_force_offers_its_form(client, page, edition):
    assert "/bemaerk/" not in body(client.get(page.url))
    dialogue = opened(edition)
    shown = body(client.get(page.url))
    assert f"/da/hoeringer/{dialogue.pk}/bemaerk/" in shown
    assert "Du kan altid skrive en bemærkning" in shown
    assert "i høring" not in shown


def test_an_edition_adopted_for_today_takes_the_dialogue_over_at_the_very_instant(page, edition):
    opened(edition)
    later = make_adopted(page)
    old, new = rows()
    assert new.edition == later
    assert new.opens_at - old.closes_at == datetime.timedelta(microseconds=1)
    assert new.ends_at is None
    assert {text.language: text.purpose for text in new.texts.all()} == PURPOSES
    with pytest.raises(HearingNotOpen):
        send(old)
    assert send(new).comment.hearing == new


def test_an_edition_adopted_for_later_takes_it_over_by_the_clock(page, edition):
    opened(edition)
    day = timezone.localdate() + 30 * DAY
    make_adopted(page, in_force_from=day)
    old, new = rows()
    midnight = timezone.make_aware(datetime.datetime.combine(day, datetime.time.min))
    assert new.opens_at == midnight
    assert (old.is_open(midnight), new.is_open(midnight)) == (False, True)
    before = midnight - datetime.timedelta(microseconds=1)
    assert (old.is_open(before), new.is_open(before)) == (True, False)
    assert old.is_open()
    assert send(old)


def test_withdrawn_before_its_day_the_old_dialogue_goes_on_as_if_nothing_was(page, edition):
    opened(edition)
    later = make_adopted(page, in_force_from=timezone.localdate() + 30 * DAY)
    withdraw(edition=later, user=make_user("chef"), reason="Fejl i teksten.")
    [row] = rows()
    assert (row.edition, row.ends_at) == (edition, None)


def test_withdrawn_in_force_the_dialogue_goes_back_and_the_log_says_so(page, edition):
    opened(edition)
    later = make_adopted(page)
    withdraw(edition=later, user=make_user("chef"), reason="Fejl i teksten.")
    old, new = rows()
    assert (old.is_open(), new.is_open()) == (True, False)
    told = [entry.what for entry in deadline_log(old)]
    assert told == ["Dialogen åbnede", "Dialogen lukkede", "Dialogen blev åbnet igen"]
    assert [entry.what for entry in deadline_log(new)] == ["Dialogen åbnede", "Dialogen lukkede"]


def test_closed_by_staff_nothing_more_is_taken_and_nothing_is_lost(client, page, edition):
    dialogue = opened(edition)
    comment = make_comment(dialogue, text="Bliv ved.")
    later = make_adopted(page, in_force_from=timezone.localdate() + 30 * DAY)
    closed(edition)
    with pytest.raises(HearingNotOpen):
        send(dialogue)
    assert not Hearing.objects.filter(edition=later).exists()
    assert "Bliv ved." in body(client.get(f"/da/hoeringer/{dialogue.pk}/"))
    assert [entry.what for entry in deadline_log(rows()[0])] == [
        "Dialogen åbnede",
        "Dialogen blev lukket",
    ]
    assert Comment.objects.get() == comment


def test_opened_again_it_is_the_same_dialogue(edition):
    dialogue = opened(edition)
    closed(edition)
    assert opened(edition) == dialogue
    assert rows()[0].is_open()
    assert deadline_log(rows()[0])[-1].what == "Dialogen blev åbnet igen"


def test_while_a_hearing_is_open_its_form_leads_there(client, page, edition):
    dialogue = opened(edition)
    hearing = make_hearing(page)
    shown = body(client.get(address(dialogue)))
    assert "<textarea" not in shown
    assert address(hearing) in shown
    assert address(dialogue) not in body(client.get(page.url))
    assert address(hearing) in body(client.get(page.url))


def test_what_was_typed_before_the_hearing_opened_is_still_taken_in(page, edition):
    dialogue = opened(edition)
    make_hearing(page)
    assert send(dialogue).comment.hearing == dialogue


def test_a_hearing_that_closed_gives_the_passages_back(client, page, edition):
    dialogue = opened(edition)
    close(make_hearing(page))
    assert address(dialogue) in body(client.get(page.url))


def test_an_edition_with_a_dialogue_can_be_withdrawn(page, edition):
    opened(edition)
    withdraw(edition=edition, user=make_user("chef"), reason="Fejl i teksten.")
    assert not rows()[0].is_open()


def test_the_policys_page_costs_no_query_more(client, page, edition):
    def cost():
        client.get(page.url)
        with CaptureQueriesContext(connection) as queries:
            client.get(page.url)
        return len(queries)

    before = cost()
    opened(edition)
    assert cost() <= before
