"""Staff gather the comments of a hearing under themes, and answer a theme in one go."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from comments.actions import create_theme, gather, remove_theme, rename_theme
from comments.errors import NotPossible
from comments.models import Response, Theme
from comments.reading.places import places_for
from comments.threads import thread_of
from tests.factories.comments import make_answer, make_comment, make_hearing, make_reason
from tests.factories.policy import make_page, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def theme(hearing):
    return create_theme(hearing=hearing, by=None, titles={"da": "Svarfrist", "en": "Deadline"})


@pytest.fixture
def editor(client):
    user = make_user("skriver", office="Byrådssekretariatet")
    user.groups.add(Group.objects.get(name="editor"))
    client.force_login(user)
    return client


def body(response):
    return response.content.decode()


@pytest.mark.parametrize("titles", [{}, {"da": "  "}, {"en": "Deadline"}, {"da": "Svarfrist "}])
def test_a_theme_has_a_danish_title_of_its_own(hearing, theme, titles):
    with pytest.raises(NotPossible):
        create_theme(hearing=hearing, by=None, titles=titles)
    assert Theme.objects.count() == 1


def test_a_comment_of_another_hearing_or_not_decided_about_has_no_theme(hearing, theme):
    make_reason()
    other = make_comment(make_hearing(make_page(slug="anden")))
    for comment in (
        other,
        make_comment(hearing, status="pending"),
        make_comment(hearing, status="rejected"),
    ):
        with pytest.raises(NotPossible):
            gather(theme=theme, by=None, put_in=[comment.pk])
    assert not theme.comments.exists()


def test_a_theme_with_an_answer_stays(hearing, theme):
    Response.objects.create(hearing=hearing, theme=theme, signed_by="Kontoret")
    with pytest.raises(NotPossible):
        remove_theme(theme=theme, by=None)


def test_a_theme_keeps_its_own_title_when_it_is_saved_again(theme):
    rename_theme(theme=theme, by=None, titles={"da": "Svarfrist", "en": ""})
    assert [text.title for text in theme.texts.all()] == ["Svarfrist"]


def test_a_comment_may_be_in_several_themes_and_is_put_in_once(hearing, theme):
    comment = make_comment(hearing)
    second = create_theme(hearing=hearing, by=None, titles={"da": "Penge"})
    assert gather(theme=theme, by=None, put_in=[comment.pk]) == (1, 0)
    assert gather(theme=theme, by=None, put_in=[comment.pk]) == (0, 0)
    gather(theme=second, by=None, put_in=[comment.pk])
    assert list(comment.themes.order_by("pk")) == [theme, second]
    assert gather(theme=theme, by=None, take_out=[comment.pk]) == (0, 1)
    assert list(comment.themes.all()) == [second]


def test_the_page_takes_out_only_what_it_showed(editor, hearing, theme):
    first, second, third = (make_comment(hearing) for _n in range(3))
    gather(theme=theme, by=None, put_in=[first.pk, third.pk])
    fields = {"gather": "1", "shown": [first.pk, second.pk], "c": [second.pk]}
    editor.post(reverse("comments_theme", args=[theme.pk]), fields)
    assert set(theme.comments.all()) == {second, third}
    entry = ModelLogEntry.objects.get(action="comments.theme")
    assert entry.data == {"put_in": 1, "taken_out": 1}
    assert entry.label == str(theme)


@pytest.mark.parametrize("chosen", ["x", "²", "9" * 30, "999999"])
def test_what_is_not_understood_changes_nothing(editor, theme, chosen):
    url = reverse("comments_theme", args=[theme.pk])
    response = editor.post(url, {"gather": "1", "c": [chosen], "shown": []}, follow=True)
    assert response.status_code == 200
    assert not theme.comments.exists()


@pytest.mark.database
def test_the_list_counts_and_costs_the_same(editor, hearing, theme):
    answered, waiting = make_comment(hearing), make_comment(hearing)
    make_answer(answered)
    gather(theme=theme, by=None, put_in=[answered.pk, waiting.pk])
    url = reverse("comments_themes", args=[hearing.pk])
    editor.get(url)
    with CaptureQueriesContext(connection) as few:
        row = editor.get(url).context["page_obj"][0]
    assert (row.all_comments, row.public_comments, row.answered) == (2, 2, 1)
    for n in range(6):
        editor.post(url, {"title_da": f"Tema {n}", "title_en": ""})
    with CaptureQueriesContext(connection) as many:
        assert "Tema 5" in body(editor.get(url))
    assert len(many) == len(few)


def test_choosing_among_more_comments_costs_the_same(editor, hearing, theme):
    url = reverse("comments_theme", args=[theme.pk])
    gather(theme=theme, by=None, put_in=[make_comment(hearing).pk])
    editor.get(url)
    with CaptureQueriesContext(connection) as few:
        editor.get(url)
    gather(theme=theme, by=None, put_in=[make_comment(hearing).pk for _n in range(6)])
    with CaptureQueriesContext(connection) as many:
        page = editor.get(url + "?which=in&passage=nonsense")
    assert len(page.context["page_obj"]) == 7
    assert len(many) == len(few)


def test_one_answer_stands_under_each_comment_of_the_theme(editor, hearing, theme):
    comments = [make_comment(hearing) for _n in range(3)]
    outside = make_comment(hearing)
    gather(theme=theme, by=None, put_in=[comment.pk for comment in comments])
    url = reverse("comments_new_answer", args=[hearing.pk]) + f"?theme={theme.pk}"
    fields = {
        "version": "0",
        "signed_by": "Kontoret",
        "text_da": "Vi svarer hurtigere.",
        "text_en": "",
        **{f"c{comment.pk}-result": "changed" for comment in comments},
    }
    assert editor.post(url, fields).status_code == 302
    response = theme.responses.get()
    again = {**fields, "version": response.version, "publish": "1"}
    editor.post(reverse("comments_answer", args=[response.pk]), again)
    response.refresh_from_db()
    assert response.is_public
    thread = thread_of(hearing.comments.all(), places_for(hearing.edition.policy_id))
    said = {row.number: row.answer and row.answer.text for row in thread.comments}
    assert said == {
        **{comment.number: "Vi svarer hurtigere." for comment in comments},
        outside.number: None,
    }


def test_a_further_answer_to_a_theme_begins_with_what_was_said(editor, hearing, theme):
    first, later = make_comment(hearing), make_comment(hearing)
    response = make_answer(first)
    Response.objects.filter(pk=response.pk).update(theme=theme)
    gather(theme=theme, by=None, put_in=[first.pk, later.pk])
    url = reverse("comments_new_answer", args=[hearing.pk]) + f"?theme={theme.pk}"
    page = editor.get(url)
    assert page.context["form"].initial["text_da"] == "Tak. I har ret."
    assert [outcome.comment for outcome in page.context["outcomes"]] == [later]


def test_another_hearings_theme_is_not_answered_here(editor, theme):
    other = make_hearing(make_page(slug="anden"))
    url = reverse("comments_new_answer", args=[other.pk]) + f"?theme={theme.pk}"
    assert editor.get(url).status_code == 404
