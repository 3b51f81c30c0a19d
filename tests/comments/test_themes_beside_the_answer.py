"""The tree of themes beside the answer: by passage, with counts and comments, and the way to each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comments.actions import create_theme, gather
from comments.admin.answer_tree import MOST_SHOWN
from tests.factories.accounts import make_staff
from tests.factories.comments import (
    make_answer,
    make_comment,
    make_hearing,
    make_reason,
    wordings_of,
)

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def editor(client):
    client.force_login(make_staff("editor", "e"))
    return client


def themed(hearing, title, *comments):
    theme = create_theme(hearing=hearing, by=None, titles={"da": title})
    gather(theme=theme, by=None, put_in=[comment.pk for comment in comments])
    return theme


def address(hearing, query: str = "") -> str:
    return reverse("comments_new_answer", args=[hearing.pk]) + query


def tree_at(client, url):
    return client.get(url).context["tree"]


def branches(tree) -> dict:
    return {b.theme.title_in("da"): b for _passage, found in tree.passages for b in found}


def test_what_is_not_public_is_not_counted_and_not_shown(editor, hearing):
    make_reason()
    shown = make_comment(hearing, text="Offentlige ord.")
    hidden = make_comment(hearing, text="Skjulte ord.")
    themed(hearing, "Svarfrist", shown, hidden)
    type(hidden).objects.filter(pk=hidden.pk).update(status="rejected")
    response = editor.get(address(hearing, f"?c={shown.pk}"))
    branch = branches(response.context["tree"])["Svarfrist"]
    assert branch.theme.public_comments == len(branch.comments) == 1
    assert "Skjulte ord." not in response.text


def test_a_hearing_without_themes_says_how_many_are_to_be_sorted(editor, hearing):
    comment = make_comment(hearing)
    tree = tree_at(editor, address(hearing, f"?c={comment.pk}"))
    assert (tree.passages, tree.without) == ([], 1)


def test_a_theme_stands_under_the_passage_of_most_of_its_comments(editor, hearing):
    first, second = wordings_of(hearing)[1:3]
    themed(
        hearing,
        "Svarfrist",
        make_comment(hearing, wording=second),
        make_comment(hearing, wording=second),
        make_comment(hearing, wording=first),
    )
    themed(hearing, "Hele planen", make_comment(hearing, whole=True))
    themed(hearing, "Tomt")
    tree = tree_at(editor, reverse("comments_unanswered", args=[hearing.pk]))
    assert [passage for passage, _found in tree.passages] == [
        "Det hele",
        second.label,
        "Ingen bemærkninger endnu",
    ]


def test_it_counts_what_is_answered_and_leads_to_what_is_next(editor, hearing):
    one, two, three = (make_comment(hearing) for _n in range(3))
    done, begun = themed(hearing, "Besvaret", one), themed(hearing, "Begyndt", two, three)
    empty = themed(hearing, "Tomt")
    whole, answer = make_answer(one), make_answer(two)
    type(whole).objects.filter(pk=whole.pk).update(theme=done)
    found = branches(tree_at(editor, reverse("comments_unanswered", args=[hearing.pk])))
    assert found["Besvaret"].is_done
    assert not found["Begyndt"].is_done
    assert found["Begyndt"].theme.answered == 1
    assert found["Begyndt"].url == address(hearing, f"?theme={begun.pk}")
    assert found["Besvaret"].url == reverse("comments_answer", args=[whole.pk])
    assert found["Tomt"].url == reverse("comments_theme", args=[empty.pk])
    comments = {leaf["number"]: leaf for leaf in found["Begyndt"].comments}
    assert comments[two.number]["is_answered"]
    assert comments[two.number]["url"] == reverse("comments_answer", args=[answer.pk])
    assert comments[three.number]["url"] == address(hearing, f"?c={three.pk}")


def test_the_theme_and_the_comments_in_hand_are_marked(editor, hearing):
    inside, other = make_comment(hearing), make_comment(hearing)
    theme = themed(hearing, "Svarfrist", inside)
    themed(hearing, "Et andet", other)
    response = editor.get(address(hearing, f"?theme={theme.pk}"))
    found = branches(response.context["tree"])
    assert [b.is_here for b in found.values()] == [True, False]
    assert found["Svarfrist"].comments[0]["is_here"]
    assert response.text.count('aria-current="true"') == 2


def test_more_themes_and_comments_cost_no_query_more(editor, hearing):
    comments = [make_comment(hearing) for _n in range(2)]
    make_answer(comments[1])
    themed(hearing, "Tema 0", *comments)
    url = address(hearing, f"?c={comments[0].pk}")
    editor.get(url)
    with CaptureQueriesContext(connection) as few:
        editor.get(url)
    for n in range(1, 5):
        themed(hearing, f"Tema {n}", *(make_comment(hearing) for _n in range(MOST_SHOWN + 2)))
    with CaptureQueriesContext(connection) as many:
        found = branches(tree_at(editor, url))
    assert len(found["Tema 3"].comments) == MOST_SHOWN
    assert found["Tema 3"].more == 2
    assert len(many) == len(few)
