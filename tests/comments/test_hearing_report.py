"""The hearing report is put together from rows, frozen once, and public from then on."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comments.actions import create_theme, decide, decide_report, erase, freeze_report, gather
from comments.actions import report as report_actions
from comments.actions import write_remark as write
from comments.errors import AlreadyDecided, NotPossible
from comments.models import HearingReport, Remark, ReportEntry
from comments.states import DecisionAction
from policy.append_only import AppendOnlyError
from tests.factories.comments import (
    close,
    make_answer,
    make_comment,
    make_hearing,
    make_reason,
    make_report,
    send,
    wordings_of,
)
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db
SECRET = "Kun I må vide, at jeg er syg"


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def editor(client):
    user = make_user("karim")
    user.groups.add(Group.objects.get(name="editor"))
    client.force_login(user)
    return client


def page_of(client, report, query=""):
    url = reverse("comments:hearing_report", args=[report.hearing_id, report.number])
    return client.get(url + query)


def body(response):
    return response.content.decode()


def noted(hearing, text=SECRET):
    comment = send(hearing, text=text, audience="municipality").comment
    note = DecisionAction.NOTE
    decide(comment=comment, seen_version=1, action=note, by=make_user("mod"), reason="")
    return comment


def test_an_open_hearing_has_no_report_yet(hearing):
    with pytest.raises(NotPossible):
        freeze_report(hearing=hearing, by=None, committee="Byrådet")
    assert not HearingReport.objects.exists()


@pytest.mark.parametrize("committee", ["", "   "])
def test_a_report_goes_to_somebody(hearing, committee):
    close(hearing)
    with pytest.raises(NotPossible):
        freeze_report(hearing=hearing, by=None, committee=committee)


def test_what_is_frozen_is_never_changed_or_deleted(hearing):
    make_comment(hearing)
    report = make_report(hearing)
    for refused in (report.save, report.delete, report.entries.all().delete):
        with pytest.raises(AppendOnlyError):
            refused()
    with pytest.raises(AppendOnlyError):
        ReportEntry.objects.update(result="changed")


def test_only_what_is_public_is_quoted_and_all_is_counted(client, hearing):
    make_reason()
    make_comment(hearing, text="Alle må læse dette", stance="against")
    make_comment(hearing, status="rejected", text="Afvist tekst")
    make_comment(hearing, status="pending", text="Ventende tekst")
    noted(hearing)
    report = make_report(hearing)
    names = ("came", "public", "municipality", "rejected", "undecided", "stance_against")
    assert [report.counts[name] for name in names] == [4, 1, 1, 1, 1, 1]
    page = body(page_of(client, report))
    assert "Alle må læse dette" in page
    for words in (SECRET, "Afvist tekst", "Ventende tekst"):
        assert words not in page


def test_a_name_is_shown_only_where_its_sender_shows_it(client, hearing):
    make_comment(hearing, name="Anna Hemmelig", name_is_public=False)
    make_comment(hearing, name="Bo Synlig", name_is_public=True)
    page = body(page_of(client, make_report(hearing)))
    assert "Bo Synlig" in page
    assert "Anna Hemmelig" not in page


@pytest.mark.database
def test_each_comment_stands_once_at_its_passage_with_its_answer(client, hearing):
    first, second = wordings_of(hearing)[:2]
    late, early = make_comment(hearing, wording=second), make_comment(hearing, wording=first)
    whole = make_comment(hearing, whole=True)
    make_answer(late)
    report = make_report(hearing)
    entries = report.entries.select_related("comment")
    assert [entry.comment for entry in entries] == [whole, early, late]
    assert [part["key"] for part in report.parts] == ["", first.passage.code, second.passage.code]
    page = body(page_of(client, report))
    assert page.count("Tak. I har ret.") == 1


def test_an_answer_that_came_later_is_said_and_not_told(client, hearing):
    comment = make_comment(hearing)
    report = make_report(hearing)
    make_answer(comment)
    make_comment(hearing, text="Kom for sent med")
    page = body(page_of(client, report))
    assert "Tak. I har ret." not in page
    assert "Kom for sent med" not in page
    assert "besvaret, efter at notatet blev låst: 1" in page
    assert "offentlige, efter at notatet blev låst: 1" in page


def test_what_is_erased_or_taken_away_is_gone_from_the_frozen_report(client, hearing):
    make_reason()
    erased, rejected = (make_comment(hearing, text=t) for t in ("Slettet tekst", "Fjernet tekst"))
    report = make_report(hearing)
    assert "Slettet tekst" in body(page_of(client, report))
    erase(comment=erased, by=make_user("admin"))
    reject = DecisionAction.REJECT
    seen = rejected.version
    decide(
        comment=rejected, seen_version=seen, action=reject, by=make_user("m"), reason="off_topic"
    )
    page = body(page_of(client, report))
    assert "Slettet tekst" not in page
    assert "Fjernet tekst" not in page
    assert page.count("er ikke længere offentlig") == 2


@pytest.mark.database
def test_a_remark_that_somebody_else_changed_is_not_overwritten(hearing):
    by, words = make_user("karim"), {"da": "Første"}
    write(hearing=hearing, seen_version=0, by=by, remarks=words, recommendations={})
    with pytest.raises(AlreadyDecided):
        write(hearing=hearing, seen_version=0, by=by, remarks={"da": "To"}, recommendations={})
    assert Remark.objects.get().texts.get(language="da").remark_text == "Første"


def test_a_comment_decided_about_in_the_middle_freezes_nothing(hearing, monkeypatch):
    make_comment(hearing)
    close(hearing)
    count = report_actions.counts_of

    def count_one_more(comments):
        return {**(found := count(comments)), "public": found["public"] + 1}

    monkeypatch.setattr(report_actions, "counts_of", count_one_more)
    with pytest.raises(AlreadyDecided):
        freeze_report(hearing=hearing, by=make_user("e"), committee="Byrådet")
    assert not HearingReport.objects.exists()
    monkeypatch.undo()
    assert (
        freeze_report(hearing=hearing, by=make_user("e"), committee="Byrådet").counts["public"] == 1
    )


def test_staff_write_in_place_freeze_and_write_the_decision_down(editor, hearing):
    comment = make_comment(hearing)
    theme = create_theme(hearing=hearing, by=None, titles={"da": "Svarfrist"})
    gather(theme=theme, by=None, put_in=[comment.pk])
    close(hearing)
    url = reverse("comments_hearing_report", args=[hearing.pk])
    fields = {"write": "1", "kind": "theme", "row": theme.pk, "version": "0"}
    words = {"remark_da": "Mange nævner fristen.", "recommendation_da": "Sæt den til tre uger."}
    assert editor.post(url, {**fields, **words}).status_code == 302
    stale = editor.post(url, {**fields, "remark_da": "Mit eget, sent"})
    assert "Mit eget, sent" in body(stale)
    assert Remark.objects.get().version == 1
    editor.post(url, {"freeze": "1", "committee": "Økonomiudvalget", "meeting_on": ""})
    report = HearingReport.objects.get()
    assert report.frozen_by.username == "karim"
    decision = reverse("comments_report_decision", args=[report.pk])
    decided = {
        "decided_by": "Byrådet",
        "decided_on": "2026-11-20",
        "text": "Indstillingen vedtaget.",
    }
    editor.post(decision, decided)
    editor.post(decision, {**decided, "text": "Noget andet"})
    editor.logout()
    page = body(page_of(editor, report))
    for said in (*words.values(), "Økonomiudvalget", "Indstillingen vedtaget.", "Svarfrist"):
        assert said in page
    assert "Noget andet" not in page


def test_a_decision_is_written_down_once(hearing):
    report = make_report(hearing)
    values = {"by": None, "decided_by": "Byrådet", "decided_on": datetime.date(2026, 11, 20)}
    decide_report(report=report, text="Vedtaget", **values)
    with pytest.raises(NotPossible):
        decide_report(report=report, text="Forkastet", **values)


@pytest.mark.parametrize("part", [{"kind": "theme", "row": "999"}, {"kind": "x"}, {}])
def test_a_part_that_is_gone_is_not_written_about(editor, hearing, part):
    url = reverse("comments_hearing_report", args=[hearing.pk])
    response = editor.post(url, {"write": "1", "version": "0", "remark_da": "Hej", **part})
    assert response.status_code == 200
    assert not Remark.objects.exists()


@pytest.mark.parametrize("query", ["?page=0", "?page=2", "?page=x", "?page=²"])
def test_a_page_that_is_not_there_is_not_found(client, hearing, query):
    assert page_of(client, make_report(hearing), query).status_code == 404


def test_a_new_report_has_an_address_of_its_own_and_the_old_one_stays(client, hearing):
    first = make_report(hearing)
    make_comment(hearing, text="Senere bemærkning")
    second = make_report(hearing)
    assert (first.number, second.number) == (1, 2)
    assert "Senere bemærkning" not in body(page_of(client, first))
    assert "Senere bemærkning" in body(page_of(client, second))


def test_the_result_page_and_the_feeds_lead_to_the_report(client, hearing):
    make_comment(hearing)
    report = make_report(hearing)
    close(hearing)
    address = reverse("comments:hearing_report", args=[hearing.pk, report.number])
    result = client.get(reverse("comments:result", args=[hearing.pk]))
    feed = client.get(reverse("comments:hearing_feed", args=[hearing.pk]))
    policy = client.get(reverse("comments:policy_feed", args=[hearing.edition.policy_id]))
    for page in (result, feed, policy):
        assert address in body(page)


def test_the_page_costs_the_same_however_long_it_is(client, hearing):
    make_answer(make_comment(hearing))
    short = make_report(hearing)
    for wording in [*wordings_of(hearing)[:3], None]:
        for _n in range(3):
            make_answer(make_comment(hearing, wording=wording, whole=wording is None))
    long = make_report(hearing)
    page_of(client, short)
    with CaptureQueriesContext(connection) as few:
        page_of(client, short)
    with CaptureQueriesContext(connection) as many:
        page_of(client, long)
    # The newer one is asked as much as the older, though nothing came after it.
    assert len(many) <= len(few)
