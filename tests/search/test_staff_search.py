"""The search of staff: what waits and what is noted, by right, and never from the public index."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from comments.models import InternalNote
from search import queue
from search.models import Document, Synonyms
from tests.factories.accounts import group_of
from tests.factories.comments import make_answer, make_comment, make_hearing
from tests.factories.policy import make_user
from tests.search.test_clean import NASTY

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SECRET = "qx7zw"


def somebody(role):
    user = make_user(str(role))
    user.groups.add(group_of(role))
    return user


@pytest.fixture
def hearing():
    return make_hearing()


def look(client, typed=SECRET, part="comments", **parameters):
    parameters = {"q": typed, "part": part, **parameters}
    response = client.get(reverse("search_staff"), parameters)
    assert response.status_code == 200
    return response


def titles(response):
    return [row["title"] for row in response.context["found"]]


def test_nobody_from_outside_and_no_staff_without_the_right_sees_it(client, hearing):
    address = reverse("search_staff")
    assert client.get(address).status_code == 302
    user = make_user("staff", is_staff=True)
    client.force_login(user)
    assert client.get(address).status_code in (302, 403)


@pytest.mark.parametrize("role", [Role.TRANSLATOR, Role.FACILITATOR])
def test_notes_and_drafts_of_answers_are_not_for_who_only_reads(client, hearing, role):
    comment = make_comment(hearing)
    InternalNote.objects.create(comment=comment, text=SECRET, by=make_user("m"))
    make_answer(comment, published=False, texts={"da": SECRET})
    client.force_login(somebody(role))
    for part in ("notes", "answers"):
        response = look(client, part=part)
        assert titles(response) == []
        assert [name for name, _label in response.context["parts"]] == ["comments"]


@pytest.mark.parametrize("status", ["pending", "held", "rejected", "published"])
def test_a_comment_is_found_in_every_state(client, hearing, status):
    comment = make_comment(hearing, status=status, text=f"Borgermøderne {SECRET}")
    client.force_login(somebody(Role.MODERATOR))
    for typed in (SECRET, "borgermøde", "MØDE", f"{SECRET} borgermøder"):
        assert titles(look(client, typed)) == [f"Bemærkning {comment.number}"]
    assert titles(look(client, f"{SECRET} andet")) == []


def test_it_is_narrowed_down_and_the_next_page_keeps_what_was_chosen(client, hearing):
    for number in range(27):
        make_comment(hearing, status="pending", text=f"{SECRET} {number}")
    rejected = make_comment(hearing, status="rejected", text=SECRET, language="en")
    client.force_login(somebody(Role.MODERATOR))
    for chosen in ({"status": "rejected"}, {"language": "en"}):
        assert titles(look(client, **chosen)) == [f"Bemærkning {rejected.number}"]
    assert titles(look(client, year="1999", status="x", hearing="'; --")) == titles(look(client))
    assert titles(look(client, hearing=str(hearing.pk + 1))) == titles(look(client))
    content = look(client, status="pending", hearing=str(hearing.pk)).content.decode()
    assert '<option value="pending" selected>' in content
    assert f"hearing={hearing.pk}" in content.partition('aria-label="Sider med resultater"')[2]
    second = look(client, status="pending", p="2").context["found"]
    assert [row["state"] for row in second] == ["venter", "venter"]


def test_other_spelling_synonyms_and_stop_words_are_understood(client, hearing):
    Synonyms.objects.create(words="høringssvar\nbemærkning\nbidrag til høringen")
    make_comment(hearing, text="Min Bemærkning om Ørsted")
    make_comment(hearing, text="Mit bidrag til høringen")
    client.force_login(somebody(Role.MODERATOR))
    for typed in ("oersted", "hvad er bemaerkninger om Ørsted", "høringssvar Ørsted"):
        assert titles(look(client, typed)) == ["Bemærkning 1"]
    assert len(titles(look(client, "høringssvar"))) == 2
    assert titles(look(client, "og det")) == []


def test_danish_capitals_make_no_difference(client, hearing):
    make_comment(hearing, text="ÆLDRE og Ørsted")
    client.force_login(somebody(Role.MODERATOR))
    for typed in ("ældre", "ørsted", "Ældre ØRSTED"):
        assert len(titles(look(client, typed))) == 1


def test_a_note_is_found_and_leads_to_its_comment(client, hearing):
    comment = make_comment(hearing)
    InternalNote.objects.create(comment=comment, text=f"Spørg {SECRET}", by=make_user("m"))
    client.force_login(somebody(Role.MODERATOR))
    (row,) = look(client, part="notes").context["found"]
    assert row["url"] == reverse("comments_decide", args=[comment.pk])
    assert row["snippet"] == f"Spørg <mark>{SECRET}</mark>"


def test_a_draft_of_an_answer_is_found_by_who_writes_answers(client, hearing):
    make_answer(make_comment(hearing), published=False, texts={"da": f"Tak {SECRET}"})
    client.force_login(somebody(Role.EDITOR))
    assert len(titles(look(client, part="answers"))) == 1


def test_nothing_of_it_is_in_the_public_index(client, hearing):
    comment = make_comment(hearing, status="pending", text=SECRET)
    InternalNote.objects.create(comment=comment, text=SECRET, by=make_user("m"))
    client.force_login(somebody(Role.MODERATOR))
    look(client)
    queue.drain()
    assert not Document.objects.filter(words__contains=SECRET).exists()
    assert client.get("/da/soeg/", {"q": SECRET}).context["total"] == 0


def test_a_comment_is_found_by_its_number_and_by_its_sender(client, hearing):
    comment = make_comment(hearing, name="Karen Ågaard")
    client.force_login(somebody(Role.MODERATOR))
    for typed in (str(comment.number), "karen", "ågaard"):
        assert titles(look(client, typed)) == [f"Bemærkning {comment.number}"]


@pytest.mark.parametrize("typed", [*NASTY, "9" * 30, "%", "_", "%%%"])
def test_row_17_no_query_makes_it_fail(client, hearing, typed):
    client.force_login(somebody(Role.MODERATOR))
    for part in ("comments", "notes", "senders", "'; --"):
        look(client, typed.encode("utf-8", "replace"), part, p="9" * 30)


def test_markup_in_what_was_found_is_escaped(client, hearing):
    make_comment(hearing, text=f"<script>alert(1)</script> {SECRET}")
    client.force_login(somebody(Role.MODERATOR))
    assert "<script>alert(1)" not in look(client).content.decode()


def test_the_number_of_queries_is_fixed(client, hearing):
    client.force_login(somebody(Role.MODERATOR))
    make_comment(hearing, text=SECRET)
    look(client)
    with CaptureQueriesContext(connection) as few:
        look(client)
    for _n in range(6):
        make_comment(hearing, text=SECRET)
    with CaptureQueriesContext(connection) as many:
        assert len(titles(look(client))) == 7
    assert len(many) == len(few)


def test_the_admins_search_offers_it_beside_pages(client, hearing):
    client.force_login(somebody(Role.EDITOR))
    content = client.get(reverse("wagtailadmin_pages:search"), {"q": SECRET}).content.decode()
    assert reverse("search_staff") in content
