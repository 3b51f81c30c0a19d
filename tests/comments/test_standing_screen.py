"""The screen on which the dialogue outside hearings is opened and closed."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import PageLogEntry

from comments.models import DialogueSetting, Hearing
from tests.factories.policy import make_adopted, make_page, make_user

pytestmark = pytest.mark.django_db
ON = {"is_always_open": "on", "purpose_da": "Sig, hvad der virker.", "rules_en": ""}


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def as_role(client):
    def log_in(role):
        user = make_user(f"{role}-bruger")
        user.groups.add(Group.objects.get(name=role))
        client.force_login(user)
        return client

    return log_in


def screen(page):
    return reverse("comments_standing", args=[page.pk])


def body(response):
    return response.content.decode()


@pytest.mark.parametrize("role", ["moderator", "translator", "facilitator"])
def test_other_roles_open_nothing(as_role, page, role):
    make_adopted(page)
    client = as_role(role)
    assert client.get(screen(page)).status_code in {302, 403}
    assert client.post(screen(page), ON).status_code in {302, 403}
    assert not Hearing.objects.exists()


def test_without_an_edition_in_force_the_screen_says_so(as_role, page):
    shown = body(as_role("editor").get(screen(page)))
    assert "Ingen udgave gælder endnu" in shown
    assert "<textarea" not in shown


def test_without_a_danish_purpose_it_stays_closed_and_the_words_are_kept(as_role, page):
    make_adopted(page)
    fields = {**ON, "purpose_da": " ", "rules_da": "Skriv <b>pænt."}
    shown = body(as_role("editor").post(screen(page), fields))
    assert 'role="alert"' in shown
    assert "Skriv &lt;b&gt;pænt." in shown
    assert not DialogueSetting.objects.exists()


def test_an_editor_opens_it_changes_its_words_and_closes_it(as_role, page):
    make_adopted(page)
    client = as_role("editor")
    client.post(screen(page), ON)
    dialogue = Hearing.objects.get()
    assert dialogue.is_open()
    client.post(screen(page), {**ON, "purpose_da": "Noget andet.", "rules_da": "Skriv pænt."})
    [text] = Hearing.objects.get().texts.all()
    assert (text.purpose, text.rules) == ("Noget andet.", "Skriv pænt.")
    shown = body(client.post(screen(page), {"purpose_da": "Noget andet."}, follow=True))
    assert not Hearing.objects.get().is_open()
    assert "Dialogen blev lukket" in shown
    assert PageLogEntry.objects.filter(action="comments.dialogue").count() == 3


def test_the_list_of_hearings_says_that_it_does_not_close(as_role, page):
    make_adopted(page)
    client = as_role("editor")
    client.post(screen(page), ON)
    shown = body(client.get(reverse("hearings:index")))
    assert "Lukker ikke" in shown
    assert "9999" not in shown
    shown = body(client.get(reverse("comments_hearing_dates", args=[Hearing.objects.get().pk])))
    assert "9999" not in shown
