"""Readers report a comment without an account; it changes nothing until staff decide."""

import json
import re
import time

import pytest
from django.urls import reverse
from django.utils import translation

from comments.actions import decide, erase, leave_reported, report_comment, withdraw
from comments.errors import Refused
from comments.models import CommentReport
from comments.reporting import token as tokens
from tests.comments.citizen import HERE, TOKEN, post
from tests.factories.accounts import make_staff
from tests.factories.comments import make_comment, make_hearing, make_reason
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
CANARY = "KANARIE"


@pytest.fixture
def comment():
    return make_comment(make_hearing())


def url(comment, language="da"):
    with translation.override(language):
        return reverse("comments:report", args=[comment.hearing_id, comment.number])


def token_of(client, comment):
    return TOKEN.search(client.get(url(comment)).content.decode())[1]


def report(client, comment, headers=HERE, **fields):
    token = fields.pop("token", None) or token_of(client, comment)
    return post(client, url(comment), {"kind": "hate", "token": token, **fields}, headers=headers)


@pytest.mark.parametrize("status", ["pending", "held", "rejected"])
def test_row_41_what_is_not_public_can_not_be_reported_nor_found_out(client, comment, status):
    hidden = make_comment(comment.hearing, status=status, text=CANARY)
    token = tokens.issue(hidden.pk).sealed()
    assert client.get(url(hidden)).status_code == 404
    assert report(client, hidden, token=token).status_code == 404
    assert not CommentReport.objects.exists()


def test_row_27_another_site_can_not_report(client, comment):
    for headers in ({}, {**HERE, "Origin": "https://evil.example"}):
        response = report(client, comment, headers=headers, text="Mine ord")
        assert response.status_code == 403
        assert "Mine ord" in response.content.decode()
    assert not CommentReport.objects.exists()


@pytest.mark.parametrize("token", ["x", "[1]:x", "\x00", "other", "old"])
def test_a_form_that_was_not_issued_for_this_comment_stores_nothing(client, comment, token):
    other = make_comment(comment.hearing)
    old = tokens.ReportToken(comment.pk, time.time() - 25 * 3600, "n").sealed()
    token = {"other": tokens.issue(other.pk).sealed(), "old": old}.get(token, token)
    response = report(client, comment, token=token, text="Mine ord")
    assert response.status_code in (400, 422)
    assert "<title>Fejl:" in response.content.decode()
    assert not CommentReport.objects.exists()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"kind": ""}, "Vælg, hvad der er galt."),
        ({"kind": "x"}, "Vælg, hvad der er galt."),
        ({"text": "å" * 501}, "Din tekst er på 501 tegn."),
        ({"text": "👩‍👩‍👧" * 200}, "Din tekst er på"),
    ],
)
def test_what_can_not_be_is_said_with_the_text_kept(client, comment, fields, said):
    response = report(client, comment, **{"text": "Mine ord", **fields})
    page = response.content.decode()
    assert response.status_code == 422
    assert said in page
    assert fields.get("text", "Mine ord") in page
    assert not CommentReport.objects.exists()


def test_a_report_is_stored_and_the_reader_is_told_what_happens(client, comment):
    response = report(client, comment, text="Her står et telefonnummer.")
    assert response.status_code == 303
    stored = CommentReport.objects.get()
    assert (stored.comment, stored.kind, stored.state) == (comment, "hate", "open")
    assert stored.text == "Her står et telefonnummer."
    thanks = client.get(response["Location"])
    assert "Tak. Vi ser på bemærkningen." in thanks.content.decode()
    for answer in (response, thanks):
        assert not answer.cookies
        assert "no-store" in answer["Cache-Control"]


def test_row_49_sent_twice_it_is_one_and_another_form_is_another(client, comment):
    token = token_of(client, comment)
    answers = [report(client, comment, token=token) for _n in range(3)]
    assert {answer.status_code for answer in answers} == {303}
    assert CommentReport.objects.count() == 1
    report(client, comment)
    assert CommentReport.objects.count() == 2


def test_row_20_what_a_machine_fills_in_is_thanked_for_kept_and_waits_for_nobody(client, comment):
    response = report(client, comment, website="https://spam.example")
    assert response.status_code == 303
    assert CommentReport.objects.get().state == "refused"
    page = client.get(url(comment)).content.decode()
    assert 'aria-hidden="true"><label>' in page
    assert 'name="website" tabindex="-1" autocomplete="off"' in page


def test_row_24_the_eleventh_in_an_hour_is_told_when_to_come_back(client, comment):
    for _n in range(10):
        assert report(client, comment).status_code == 303
    response = report(client, comment, text="Mine ord")
    assert response.status_code == 429
    assert int(response["Retry-After"]) > 0
    assert "Mine ord" in response.content.decode()
    assert CommentReport.objects.count() == 10


def test_however_many_report_it_a_comment_stays_as_it_is(client, comment):
    page = client.get(thread(comment)).content
    for n in range(40):
        report_comment(comment=comment, kind="hate", nonce=f"nonce {n}", text=CANARY)
    comment.refresh_from_db()
    assert (comment.status, comment.version) == ("published", 2)
    assert client.get(thread(comment)).content == page


def thread(comment):
    with translation.override("da"):
        return reverse("comments:hearing", args=[comment.hearing_id])


def test_nothing_of_a_report_is_public(client, comment):
    report(client, comment, text=CANARY)
    api = client.get(f"/api/v1/comments?hearing={comment.hearing_id}").content
    pages = [client.get(url(comment)).content, client.get(url(comment)[: -len("anmeld/")]).content]
    assert not any(CANARY.encode() in found for found in (api, *pages))


def test_staff_leave_it_as_it_is_and_the_second_one_is_told(comment):
    moderator = make_user("m")
    for n in range(2):
        report_comment(comment=comment, kind="other", nonce=f"n{n}")
    assert leave_reported(comment=comment, by=moderator) == 2
    assert set(CommentReport.objects.values_list("state", "handled_by")) == {
        ("refused", moderator.pk)
    }
    with pytest.raises(Refused):
        leave_reported(comment=comment, by=moderator)


@pytest.mark.parametrize("how", ["reject", "withdraw", "erase"])
def test_what_is_taken_away_closes_its_reports(comment, how):
    make_reason()
    report_comment(comment=comment, kind="other", nonce="n", text=CANARY)
    by = make_user("m")
    if how == "reject":
        fields = {"seen_version": comment.version, "action": "reject", "reason": "off_topic"}
        decide(comment=comment, by=by, **fields)
    elif how == "withdraw":
        withdraw(comment=comment)
    else:
        erase(comment=comment, by=by)
    stored = CommentReport.objects.get()
    assert stored.state == "granted"
    assert (stored.text == "") == (how == "erase")


def test_one_who_may_not_moderate_sees_no_reports(client, comment):
    report_comment(comment=comment, kind="other", nonce="n", text=CANARY)
    client.force_login(make_staff("editor"))
    assert client.get(reverse("comment_reports:index")).status_code != 200
    response = client.get(reverse("comments_reports", args=[comment.pk]))
    assert CANARY not in response.content.decode()


def test_the_moderator_sees_the_comment_with_its_reports_and_closes_them(client, comment):
    for n in range(2):
        report_comment(comment=comment, kind="hate", nonce=f"n{n}", text=f"<b>{CANARY} {n}")
    client.force_login(make_staff("moderator"))
    listed = client.get(reverse("comment_reports:index")).content.decode()
    screen = reverse("comments_reports", args=[comment.pk])
    assert screen in listed
    assert menu_label(client) == "Anmeldelser (1)"
    page = client.get(screen).content.decode()
    assert f"&lt;b&gt;{CANARY} 1" in page
    assert "Jeg synes, at I skal svare hurtigere." in page
    assert reverse("comments_decide", args=[comment.pk]) in page
    assert client.post(screen).status_code == 302
    assert not CommentReport.objects.open().exists()
    assert menu_label(client) == "Anmeldelser"


def menu_label(client) -> str:
    """Return what the admin's menu calls the list of reports."""
    found = re.search(r'"label": "(Anmeldelser[^"]*)"', client.get("/admin/").content.decode())
    return json.loads(f'"{found[1]}"')


def test_a_comment_that_nobody_reported_has_no_screen(client, comment):
    client.force_login(make_staff("moderator"))
    assert client.get(reverse("comments_reports", args=[comment.pk])).status_code == 404


def test_the_list_costs_the_same_for_many(client, comment, django_assert_max_num_queries):
    client.force_login(make_staff("moderator"))
    client.get(reverse("comment_reports:index"))
    for n in range(30):
        report_comment(comment=comment, kind="hate", nonce=f"n{n}")
    with django_assert_max_num_queries(20):
        client.get(reverse("comment_reports:index"))
