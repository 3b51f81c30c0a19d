"""Putting a draft to hearing asks the same questions about passages as adopting does."""

import uuid

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from comments.models import Hearing
from policy.models import Fate, Passage, PassageAnswer
from tests.comments.test_answer_screens import plan
from tests.factories.policy import chapter, edit, make_adopted, make_page, make_user, principle

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def editor(client):
    user = make_user("redaktør")
    user.groups.add(Group.objects.get(name="editor"))
    client.force_login(user)
    return client


@pytest.fixture
def page():
    page = make_page(principles=2)
    make_adopted(page)
    return edit(page, body=[chapter(), principle(1)])


@pytest.fixture
def gone() -> str:
    return f"passage-{Passage.objects.get(uuid=uuid.UUID(int=102)).code}"


def test_a_vanished_passage_is_asked_about_before_a_hearing(page, editor, gone):
    url = reverse("comments_create_hearing", args=[page.pk])
    shown = editor.post(url, plan(page)).content.decode()
    assert f'href="#id_{gone}"' in shown
    assert not Hearing.objects.exists()


def test_answers_can_be_saved_before_the_rest_is_filled_in(page, editor, gone):
    url = reverse("comments_create_hearing", args=[page.pk])
    fields = {gone: "ends", f"{gone}-reason": "Løftet er holdt.", "save": "1"}
    assert editor.post(url, fields).status_code == 302
    assert PassageAnswer.objects.count() == 1
    assert not Hearing.objects.exists()


def test_the_hearing_version_carries_the_answer(page, editor, gone):
    url = reverse("comments_create_hearing", args=[page.pk])
    fields = plan(page, **{gone: "ends", f"{gone}-reason": "Løftet er holdt."})
    assert editor.post(url, fields).status_code == 302
    edition = Hearing.objects.get().edition
    fate = Fate.objects.get(edition=edition, kind="removed")
    assert fate.reasons.get().text == "Løftet er holdt."
