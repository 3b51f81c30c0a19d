"""While a text is with the lawyers nobody can change or adopt it, and what is adopted is what they read."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from policy.errors import Refused
from policy.models import Edition
from tests.factories.policy import edit, make_adopted, make_hearing_version, make_page, make_user
from tests.factories.reviews import make_lawyer, make_legal_workflow

NEW_WORDS = {"title": "Andre ord", "slug": "politik", "introduction": "", "body-count": "0"}
pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def page():
    page = make_page()
    page.legal_workflow = make_legal_workflow(page)
    return page


@pytest.fixture
def editor():
    user = make_user("editor-bruger")
    user.groups.add(Group.objects.get(name="editor"))
    return user


@pytest.fixture
def under_review(page, editor):
    page.refresh_from_db()
    page.legal_workflow.start(page, editor)
    return page


def answer(client, page, action, comment=""):
    client.force_login(make_lawyer())
    return client.post(
        reverse("policy_review", args=[page.pk]), {"action": action, "comment": comment}
    )


def editing(page):
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_a_text_that_nobody_has_read_is_not_adopted(page):
    with pytest.raises(Refused, match="ikke godkendt i et juridisk gennemsyn"):
        make_adopted(page)
    assert not Edition.objects.exists()


def test_nothing_is_frozen_while_it_is_read(under_review):
    for freeze in (make_adopted, make_hearing_version):
        with pytest.raises(Refused, match="låst"):
            freeze(under_review)
    assert not Edition.objects.exists()


@pytest.mark.parametrize("who", ["editor", "lawyer", "superuser"])
def test_nobody_writes_while_it_is_read(under_review, client, who, editor):
    user = {
        "editor": editor,
        "lawyer": make_lawyer(),
        "superuser": make_user("boss", superuser=True),
    }[who]
    client.force_login(user)
    shown = client.get(editing(under_review))
    assert shown.status_code == 200
    before = under_review.latest_revision_id
    client.post(editing(under_review), NEW_WORDS)
    under_review.refresh_from_db()
    assert under_review.latest_revision_id == before
    assert under_review.permissions_for_user(user).page_locked()


def test_the_same_request_writes_when_nobody_reads(page, client, editor):
    client.force_login(editor)
    before = page.latest_revision_id
    client.post(editing(page), NEW_WORDS)
    page.refresh_from_db()
    assert page.latest_revision_id != before


def test_the_adopt_screen_says_who_has_the_text(under_review, client, editor):
    client.force_login(editor)
    shown = client.get(reverse("policy_adopt", args=[under_review.pk])).content.decode()
    assert "Teksten er til juridisk gennemsyn" in shown


def test_who_is_not_asked_can_not_answer(under_review, client, editor):
    address = reverse("policy_review", args=[under_review.pk])
    for user in (editor, make_user("moderator")):
        client.force_login(user)
        for response in (client.get(address), client.post(address, {"action": "approve"})):
            assert response.status_code in (302, 403)
    assert under_review.workflow_in_progress


def test_nobody_answers_when_nothing_is_read(page, client):
    assert answer(client, page, "approve").status_code in (302, 403)
    assert not page.workflow_states.exists()


def test_asking_for_changes_wants_a_remark(under_review, client):
    shown = answer(client, under_review, "reject")
    assert "Skriv, hvad der skal ændres." in shown.content.decode()
    assert under_review.workflow_in_progress


def test_asking_for_changes_opens_the_text_and_blocks_adopting(under_review, client, editor):
    assert answer(client, under_review, "reject", "§ 3 er forkert.").status_code == 302
    assert not under_review.permissions_for_user(editor).page_locked()
    with pytest.raises(Refused, match="ikke godkendt"):
        make_adopted(under_review)


def test_the_lawyer_finds_the_way_from_the_editor(under_review, client, editor):
    address = reverse("policy_review", args=[under_review.pk])
    client.force_login(editor)
    assert address not in client.get(editing(under_review)).content.decode()
    client.force_login(make_lawyer())
    assert address in client.get(editing(under_review)).content.decode()
    assert "Godkend teksten" in client.get(address).content.decode()


def test_what_was_approved_is_adopted(under_review, client):
    assert answer(client, under_review, "approve").status_code == 302
    assert make_adopted(under_review).key == "1"


def test_approving_makes_nothing_public(under_review, client):
    answer(client, under_review, "approve")
    assert client.get(under_review.url).status_code == 404


def test_what_was_written_since_is_not_adopted(under_review, client):
    answer(client, under_review, "approve")
    edit(under_review, introduction="Et ord mere.")
    with pytest.raises(Refused, match="ikke godkendt"):
        make_adopted(under_review)


def test_an_approval_holds_for_the_hearing_version_and_the_edition_of_the_same_words(
    under_review, client
):
    answer(client, under_review, "approve")
    make_hearing_version(under_review)
    assert make_adopted(under_review).is_adopted


def test_a_policy_without_such_a_workflow_is_adopted_as_before():
    assert make_adopted(make_page(slug="anden")).key == "1"
