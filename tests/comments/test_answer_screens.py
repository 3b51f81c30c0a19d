"""The editors' side: hearings, answers, reasons."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail_localize.fields import TranslatableField, get_translatable_fields

from comments.models import Hearing, Reason, Response
from policy.models import Edition
from tests.factories.comments import make_answer, make_comment, make_hearing, make_reason, send
from tests.factories.policy import edit, make_page, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def as_role(client):
    def log_in(role):
        user = make_user(f"{role}-bruger", office="Byrådssekretariatet")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return log_in


def body(response):
    return response.content.decode()


def plan(page, **fields):
    return {
        "revision_id": page.latest_revision_id,
        "opens_at": "2026-11-02 08:00",
        "closes_at": "2026-12-15 23:59",
        "answers_due": "2027-01-12",
        "case_number": "26/04417",
        "purpose_da": "Sig, hvad du mener.",
        "purpose_en": "",
        **fields,
    }


@pytest.mark.parametrize("role", ["moderator", "translator", "facilitator"])
def test_other_roles_create_no_hearing(as_role, role):
    page = make_page()
    url = reverse("comments_create_hearing", args=[page.pk])
    client = as_role(role)
    assert client.get(url).status_code in {302, 403}
    assert client.post(url, plan(page)).status_code in {302, 403}
    assert not Hearing.objects.exists()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"case_number": ""}, None),
        ({"purpose_da": " "}, None),
        ({"closes_at": "2026-10-01 08:00"}, "slutte"),
        ({"closes_at": "2026-10-25 02:30"}, None),
        ({"opens_at": "nonsense"}, None),
    ],
)
def test_what_is_wrong_with_a_hearing_is_told_and_the_rest_is_kept(as_role, fields, said):
    page = make_page()
    url = reverse("comments_create_hearing", args=[page.pk])
    response = as_role("editor").post(url, plan(page, note="Kortere frister", **fields))
    assert response.status_code == 200
    assert "Kortere frister" in body(response)
    assert not said or said in body(response)
    assert not Hearing.objects.exists()


def test_a_newer_draft_is_not_put_to_hearing_unseen(as_role):
    page = make_page()
    fields = plan(page)
    edit(page, title="Nyt")
    response = as_role("editor").post(reverse("comments_create_hearing", args=[page.pk]), fields)
    assert response.status_code == 200
    assert not Hearing.objects.exists()
    assert not Edition.objects.exists()


def test_an_editor_puts_the_draft_to_hearing(as_role):
    page = make_page()
    client = as_role("editor")
    url = reverse("comments_create_hearing", args=[page.pk])
    assert url in body(client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])))
    assert client.get(url).status_code == 200
    response = client.post(url, plan(page), follow=True)
    hearing = Hearing.objects.get()
    assert hearing.closes_at.isoformat() == "2026-12-15T22:59:59+00:00"
    assert hearing.edition.public_from == hearing.opens_at
    assert str(hearing) in body(response)


@pytest.mark.parametrize("role", ["moderator", "translator", "facilitator"])
def test_other_roles_write_no_answer(as_role, hearing, role):
    comment = make_comment(hearing)
    response = make_answer(comment, published=False)
    client = as_role(role)
    for url in (
        reverse("comments_unanswered", args=[hearing.pk]),
        reverse("comments_new_answer", args=[hearing.pk]) + f"?c={comment.pk}",
        reverse("comments_answer", args=[response.pk]),
    ):
        assert client.get(url).status_code in {302, 403}
        assert client.post(url, {"publish": "1"}).status_code in {302, 403}
    assert not Response.objects.public().exists()


def test_only_public_comments_without_an_answer_are_offered(as_role, hearing):
    make_answer(make_comment(hearing, text="Besvaret"))
    make_comment(hearing, text="Ubesvaret")
    send(hearing, text="Venter")
    page = body(as_role("editor").get(reverse("comments_unanswered", args=[hearing.pk])))
    assert "Ubesvaret" in page
    assert "Besvaret" not in page
    assert "Venter" not in page


@pytest.mark.parametrize("query", ["", "?c=", "?c=x", "?c=999999", "?c=²"])
def test_an_answer_needs_somebody_to_answer(as_role, hearing, query):
    url = reverse("comments_new_answer", args=[hearing.pk]) + query
    assert as_role("editor").get(url).status_code == 302


def answer(comment, **fields):
    return {
        "version": "0",
        "signed_by": "Byrådssekretariatet",
        "text_da": "Tak, vi retter det.",
        "text_en": "",
        f"c{comment.pk}-result": "changed",
        f"c{comment.pk}-reason_da": "Du har ret.",
        f"c{comment.pk}-passages": [str(comment.passage_id)],
        **fields,
    }


def test_a_draft_is_written_and_then_published(as_role, hearing):
    comment = make_comment(hearing)
    client = as_role("editor")
    url = reverse("comments_new_answer", args=[hearing.pk]) + f"?c={comment.pk}"
    assert "Byrådssekretariatet" in body(client.get(url))
    page = client.post(url, answer(comment), follow=True)
    response = Response.objects.get()
    assert not response.is_public
    assert "Tak, vi retter det." in body(page)
    draft = reverse("comments_answer", args=[response.pk])
    client.post(draft, answer(comment, version="1", text_da="Tak. Rettet.", publish="1"))
    response.refresh_from_db()
    assert response.is_public
    assert response.published_by.username == "editor-bruger"
    assert list(comment.outcome.passages.all()) == [comment.passage]
    assert "Tak. Rettet." in body(client.get(draft))


def test_nothing_changed_needs_a_reason(as_role, hearing):
    comment = make_comment(hearing)
    url = reverse("comments_new_answer", args=[hearing.pk]) + f"?c={comment.pk}"
    fields = {f"c{comment.pk}-result": "not_changed", f"c{comment.pk}-reason_da": ""}
    response = as_role("editor").post(url, answer(comment, **fields))
    assert response.status_code == 200
    assert "Tak, vi retter det." in body(response)
    assert not Response.objects.exists()


def test_a_draft_that_somebody_changed_is_not_overwritten(as_role, hearing):
    comment = make_comment(hearing)
    response = make_answer(comment, published=False)
    Response.objects.update(version=5)
    url = reverse("comments_answer", args=[response.pk])
    page = as_role("editor").post(url, answer(comment, version="1", publish="1"))
    assert page.status_code == 200
    assert "Tak, vi retter det." in body(page)
    assert not Response.objects.public().exists()


def test_lists_of_hearings_and_answers_are_there(as_role, hearing):
    make_answer(make_comment(hearing))
    client = as_role("editor")
    for name in ("hearings:index", "responses:index"):
        assert str(hearing) in body(client.get(reverse(name)))


@pytest.mark.parametrize("name", ["hearings", "responses"])
def test_nobody_deletes_by_the_stock_form(as_role, hearing, name):
    response = make_answer(make_comment(hearing))
    pk = hearing.pk if name == "hearings" else response.pk
    as_role("administrator").post(reverse(f"{name}:delete", args=[pk]))
    assert Hearing.objects.exists()
    assert Response.objects.exists()


def test_an_administrator_keeps_the_reasons_and_a_moderator_does_not(as_role):
    reason = make_reason()
    url = reverse("wagtailsnippets_comments_reason:edit", args=[reason.pk])
    fields = {"key": "off_topic", "title": "Andet emne", "text": "Skriv igen.", "order": "1"}
    as_role("moderator").post(url, fields)
    assert Reason.objects.get().title == "Uden for emnet"
    as_role("administrator").post(url, fields)
    assert Reason.objects.get().title == "Andet emne"


def test_a_reasons_key_is_never_offered_for_translation():
    offered = {
        field.field_name
        for field in get_translatable_fields(Reason)
        if isinstance(field, TranslatableField)
    }
    assert offered == {"title", "text"}
