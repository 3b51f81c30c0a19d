"""Editors say how promises stand: what waits comes first, and what was typed is kept on an error."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from policy.models import PromiseStatus
from tests.factories.policy import edit, make_adopted, make_page, make_user, principle
from tests.factories.promises import promise, promise_id, say

pytestmark = [pytest.mark.django_db, pytest.mark.database]
THIS_YEAR = timezone.localdate().year
LONG_AGO = datetime.date(THIS_YEAR - 3, 4, 1)


@pytest.fixture
def page():
    """Promise 1 always holds, promise 2 has a deadline in the past."""
    due = f"{THIS_YEAR - 2}-12-31"
    body = [
        principle(1, promises=[promise(1, "Vi svarer alle.")]),
        principle(2, promises=[promise(2, "Vi laver en liste.", due=due)]),
    ]
    page = make_page(body=body)
    make_adopted(page, on=LONG_AGO)
    return page


@pytest.fixture
def as_role(client):
    def log_in(role):
        user = make_user(f"{role}-bruger")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return log_in


def address(page) -> str:
    return reverse("policy_promises", args=[page.pk])


def typed(number=1, **fields) -> dict:
    return {
        "promise": promise_id(number),
        "year": THIS_YEAR,
        "state": "kept",
        "why": "Alle fik svar.",
        "why_in_en": "Everybody was answered.",
        **fields,
    }


@pytest.mark.parametrize("role", ["moderator", "translator", "facilitator"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_other_roles_neither_see_nor_use_it(page, as_role, role, method):
    response = getattr(as_role(role), method)(address(page), typed())
    assert response.status_code in {302, 403}
    assert not PromiseStatus.objects.exists()


def test_a_stranger_is_sent_to_the_login(page, client):
    assert reverse("wagtailadmin_login") in client.get(address(page)).headers["Location"]


def test_before_an_edition_is_in_force_there_is_nothing_to_say(as_role):
    html = as_role("editor").get(address(make_page())).content.decode()
    assert "Der gælder ingen udgave endnu" in html


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"state": "not_kept", "why": "", "why_in_en": ""}, "Skriv, hvorfor løftet ikke er holdt."),
        ({"year": THIS_YEAR + 1}, "Året er ikke kommet endnu."),
        ({"year": THIS_YEAR - 9}, "Løftet blev først givet i"),
        ({"why": ""}, "Skriv også begrundelsen på dansk."),
        ({"state": ""}, "Status er ikke gemt."),
        ({"year": "x"}, "Status er ikke gemt."),
    ],
)
def test_an_error_is_said_and_what_was_typed_is_kept(page, as_role, fields, words):
    response = as_role("editor").post(address(page), typed(why_in_en="Half a page.") | fields)
    html = response.content.decode()
    assert response.status_code == 200
    assert words in html
    if fields.get("why_in_en") is None:
        assert "Half a page." in html
    assert not PromiseStatus.objects.exists()


@pytest.mark.parametrize("wanted", ["", "x", promise_id(77)])
def test_a_promise_that_is_not_on_the_page_is_not_said_anything_of(page, as_role, wanted):
    response = as_role("editor").post(address(page), typed(promise=wanted))
    assert response.status_code == 200
    assert not PromiseStatus.objects.exists()


def test_an_editor_says_how_a_promise_stands(page, as_role):
    response = as_role("editor").post(address(page), typed())
    assert response.headers["Location"] == address(page)
    status = PromiseStatus.objects.get()
    assert (status.year, status.state, status.said_by.username) == (
        THIS_YEAR,
        "kept",
        "editor-bruger",
    )
    reasons = {text.locale.language_code: text.why for text in status.texts.all()}
    assert reasons == {"da": "Alle fik svar.", "en": "Everybody was answered."}


def test_what_is_overdue_comes_first_then_what_waits(page, as_role):
    say(page, 1, year=THIS_YEAR - 2)
    rows = as_role("editor").get(address(page)).context["rows"]
    assert [(row.promise.text, row.standing) for row in rows] == [
        ("Vi laver en liste.", "overdue"),
        ("Vi svarer alle.", "waiting"),
    ]
    say(page, 2, year=THIS_YEAR - 1)
    rows = as_role("editor").get(address(page)).context["rows"]
    assert [(row.promise.text, row.standing) for row in rows] == [
        ("Vi svarer alle.", "waiting"),
        ("Vi laver en liste.", ""),
    ]


def test_the_draft_is_not_asked_about(page, as_role):
    edit(page, [principle(1, promises=[promise(9, "Et løfte i kladden.")])])
    html = as_role("editor").get(address(page)).content.decode()
    assert "Et løfte i kladden." not in html


def test_the_editor_finds_the_screen_from_the_page(page, as_role):
    html = as_role("editor").get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert address(page) in html.content.decode()


def test_the_screen_costs_the_same_however_much_was_said(
    page, as_role, django_assert_max_num_queries
):
    client = as_role("editor")
    client.get(address(page))
    for year in range(3):
        say(page, 1, year=THIS_YEAR - year)
        say(page, 2, year=THIS_YEAR - year)
    with django_assert_max_num_queries(35):
        client.get(address(page))
