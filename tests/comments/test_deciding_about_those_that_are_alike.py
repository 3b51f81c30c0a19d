"""Those that say the same stand beside the comment in hand and are decided about by the same key."""

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from comments.actions import propose_rejection, sort_alike
from comments.admin.together import MOST
from comments.models import Comment
from tests.factories.comments import make_hearing, make_reason, send
from tests.factories.files import make_file
from tests.factories.policy import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
LETTER = (
    "Vi vil bevare svømmehallen i Vesterby. Den er for børn og gamle, og der er ikke en anden inden "
    "for ti kilometer. Lad borgerne være med, før I beslutter noget."
)


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def moderator(client):
    user = make_user("moderator-bruger")
    user.groups.add(Group.objects.get(name="moderator"))
    client.force_login(user)
    return user


def said(hearing, text=LETTER, **fields):
    return send(hearing, text=text, **fields).comment


def pane(client, comment, step=""):
    address = reverse("comments_decide", args=[comment.pk])
    response = client.get(address, {"step": step} if step else {})
    assert response.status_code == 200
    return response


def rows(client, comment, step=""):
    """Return {number: whether it is ticked} of those beside a comment."""
    found = pane(client, comment, step).context.get("together", [])
    return {row["comment"].number: row["is_chosen"] for row in found}


def decide(client, comment, action="publish", along=(), **more):
    data = {"version": comment.version, "action": action, **more}
    data["along"] = [f"{other.pk}:{other.version}" for other in along]
    return client.post(reverse("comments_decide", args=[comment.pk]), data, follow=True)


def statuses(hearing):
    return list(hearing.comments.order_by("pk").values_list("status", flat=True))


def test_who_only_reads_is_offered_none(client, hearing):
    comment, _other = said(hearing), said(hearing)
    user = make_user("facilitator-bruger")
    user.groups.add(Group.objects.get(name="facilitator"))
    client.force_login(user)
    assert rows(client, comment) == {}


def test_nothing_to_look_out_for_and_no_file_goes_along_by_itself(client, moderator, hearing):
    comment = said(hearing)
    flagged = said(hearing, text=f"{LETTER} Ring til mig på 20 12 34 56.")
    with_file, proposed, private = (
        said(hearing),
        said(hearing),
        said(hearing, audience="municipality"),
    )
    make_file(with_file)
    make_reason("threat", "Trussel", needs_second_reader=True)
    propose_rejection(comment=proposed, seen_version=1, reason="threat", by=make_user("anden"))
    sort_alike()
    found = rows(client, comment)
    assert found == {flagged.number: False, with_file.number: False, proposed.number: False}
    assert private.number not in found


def test_a_rejection_takes_along_only_what_is_ticked_by_hand(client, moderator, hearing):
    make_reason()
    comment, ticked, left = said(hearing), said(hearing), said(hearing)
    assert rows(client, comment, "reject") == {ticked.number: False, left.number: False}
    decide(client, comment, "reject", [ticked], reason="off_topic")
    assert statuses(hearing) == ["rejected", "rejected", "pending"]


def test_what_changed_since_it_was_shown_is_named_and_left(client, moderator, hearing):
    comment, changed, other = said(hearing), said(hearing), said(hearing)
    Comment.objects.filter(pk=changed.pk).update(version=5)
    page = decide(client, comment, along=[changed, other]).content.decode()
    assert statuses(hearing) == ["published", "pending", "published"]
    assert f"Bemærkning {changed.number} er ikke afgjort" in page
    assert "Det er 1, der siger det samme, også." in page


def test_when_somebody_was_first_with_the_one_in_hand_no_other_is_decided(
    client, moderator, hearing
):
    comment, other = said(hearing), said(hearing)
    Comment.objects.filter(pk=comment.pk).update(version=5)
    decide(client, comment, along=[other])
    assert statuses(hearing) == ["pending", "pending"]


@pytest.mark.parametrize("rubbish", ["", "x", "1", "1:x", ":", "-1:1", "9" * 30 + ":1", "²:1"])
def test_rubbish_decides_about_nothing(client, moderator, hearing, rubbish):
    comment, _other = said(hearing), said(hearing)
    data = {"version": 1, "action": "publish", "along": rubbish}
    client.post(reverse("comments_decide", args=[comment.pk]), data)
    assert statuses(hearing) == ["published", "pending"]


def test_one_key_publishes_them_and_one_takes_them_back(client, moderator, hearing):
    comment, same, again = said(hearing), said(hearing), said(hearing)
    assert rows(client, comment) == {same.number: True, again.number: True}
    assert "Offentliggør med de valgte" in pane(client, comment).content.decode()
    page = decide(client, comment, along=[same, again])
    assert statuses(hearing) == ["published"] * 3
    decided = page.context["just_decided"].decisions
    client.post(reverse("comments_undo"), {"decision": [step.pk for step in decided]})
    assert statuses(hearing) == ["pending"] * 3


def test_of_similar_ones_that_which_differs_is_shown(client, moderator, hearing):
    comment = said(hearing)
    similar = said(hearing, text=f"{LETTER} Det er kun rimeligt.")
    sort_alike()
    assert rows(client, comment) == {similar.number: True}
    (row,) = pane(client, comment).context["together"]
    assert [(piece["op"], piece["text"].strip()) for piece in row["pieces"]] == [
        ("same", "… I beslutter noget."),
        ("added", "Det er kun rimeligt."),
    ]


def test_what_was_found_in_another_is_left_out_of_it_as_well(client, moderator, hearing):
    comment = said(hearing)
    other = said(hearing, text=f"{LETTER} Ring til mig på 20 12 34 56.")
    decide(client, comment, along=[other])
    assert statuses(hearing) == ["published", "published"]
    assert "20 12 34 56" not in Comment.objects.get(pk=other.pk).public_words()


def test_beside_many_the_page_asks_as_much_as_beside_two(client, moderator, hearing):
    comment = said(hearing)
    costs = []
    for more in (1, 30):
        for _n in range(more):
            said(hearing)
        pane(client, comment)
        with CaptureQueriesContext(connection) as queries:
            response = pane(client, comment)
        costs.append(len(queries))
    assert response.context["together_more"] == 31 - MOST
    assert costs[1] == costs[0]
