"""An answer goes from its writer over a second reader to the public."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import ModelLogEntry

from comments.actions import (
    hand_in_response,
    publish_response,
    return_response,
    set_second_reader,
    update_response,
)
from comments.errors import AlreadyDecided, NotPossible
from comments.models import CannedText, Response
from comments.states import ResponseStatus
from tests.factories.comments import make_answer, make_comment, make_hearing
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db


def editor_named(name):
    user = make_user(name, office="Byrådssekretariatet")
    user.groups.add(Group.objects.get(name="editor"))
    return user


@pytest.fixture
def writer():
    return editor_named("karim")


@pytest.fixture
def reader():
    return editor_named("mette")


@pytest.fixture
def hearing():
    return make_hearing()


@pytest.fixture
def draft(hearing, writer):
    return make_answer(make_comment(hearing), published=False, by=writer)


@pytest.fixture
def ready(draft, writer):
    return hand_in_response(response=draft, seen_version=draft.version, by=writer)


def test_the_writer_does_not_publish_what_she_handed_in(ready, writer):
    with pytest.raises(NotPossible):
        publish_response(response=ready, seen_version=ready.version, by=writer)
    assert not Response.objects.public().exists()


def test_what_lies_with_the_reader_is_not_changed(ready, writer):
    with pytest.raises(NotPossible):
        update_response(
            response=ready,
            seen_version=ready.version,
            by=writer,
            signed_by="Kontoret",
            texts={"da": "Andet"},
            outcomes=[],
        )


def test_an_unfinished_draft_is_not_handed_in(draft, writer):
    draft.texts.all().delete()
    with pytest.raises(NotPossible):
        hand_in_response(response=draft, seen_version=draft.version, by=writer)


def test_another_gives_it_back_only_with_a_word(ready, reader):
    with pytest.raises(NotPossible):
        return_response(response=ready, seen_version=ready.version, by=reader, note="  ")


def test_a_version_that_was_not_seen_goes_no_further(ready, reader):
    with pytest.raises(AlreadyDecided):
        publish_response(response=ready, seen_version=ready.version - 1, by=reader)
    with pytest.raises(AlreadyDecided):
        return_response(response=ready, seen_version=99, by=reader, note="Nej")


def test_where_a_second_reader_is_asked_for_nobody_publishes_a_draft(draft, reader, writer):
    set_second_reader(policy=draft.hearing.edition.policy, is_needed=True, by=reader)
    with pytest.raises(NotPossible):
        publish_response(response=draft, seen_version=draft.version, by=reader)
    handed = hand_in_response(response=draft, seen_version=draft.version, by=writer)
    assert publish_response(response=handed, seen_version=handed.version, by=reader).is_public


def test_it_is_written_given_back_mended_and_published_by_the_other(client, draft, writer, reader):
    url = reverse("comments_answer", args=[draft.pk])
    comment = draft.outcomes.get().comment
    fields = {
        "signed_by": "Byrådssekretariatet",
        "text_da": "Tak.",
        f"c{comment.pk}-result": "changed",
    }
    client.force_login(writer)
    client.post(url, {**fields, "version": draft.version, "hand_in": "1"})
    draft.refresh_from_db()
    assert draft.status == ResponseStatus.READY
    client.post(url, {"version": draft.version, "publish": "1"})
    draft.refresh_from_db()
    assert draft.status == ResponseStatus.READY
    client.force_login(reader)
    client.post(url, {"version": draft.version, "return": "1", "note": "Skriv hvornår."})
    draft.refresh_from_db()
    assert draft.status == ResponseStatus.DRAFT
    client.force_login(writer)
    assert "Skriv hvornår." in client.get(url).content.decode()
    client.post(url, {**fields, "text_da": "I maj.", "version": draft.version, "hand_in": "1"})
    draft.refresh_from_db()
    client.force_login(reader)
    assert "I maj." in client.get(url).content.decode()
    client.post(url, {"version": draft.version, "publish": "1"})
    draft.refresh_from_db()
    assert draft.is_public
    assert (draft.published_by, draft.handed_in_by) == (reader, writer)
    steps = ModelLogEntry.objects.filter(action__startswith="comments.").values_list("action")
    assert [action for (action,) in steps.order_by("pk")] == [
        "comments.hand_in",
        "comments.return",
        "comments.hand_in",
        "comments.publish_response",
    ]


def test_an_administrator_asks_for_a_second_reader(client, draft, writer):
    client.force_login(writer)
    url = reverse("comments_second_reader", args=[draft.hearing_id])
    assert client.get(url).status_code == 405
    client.post(url, {"is_needed": "1"})
    page = client.get(reverse("comments_answer", args=[draft.pk])).content.decode()
    assert 'name="publish"' not in page
    assert 'name="hand_in"' in page


def test_a_text_is_put_in_by_a_person_and_nothing_is_saved(client, draft, writer):
    text = "{office} har læst bemærkning {numbers} i {hearing}."
    canned = CannedText.objects.create(title="Læst", text=text)
    comment = draft.outcomes.get().comment
    client.force_login(writer)
    fields = {
        "version": draft.version,
        "signed_by": "Kontoret",
        "text_da": "Tak.",
        f"c{comment.pk}-result": "partly",
        f"c{comment.pk}-reason_da": "Fordi.",
        "canned": canned.pk,
        "insert": "1",
    }
    page = client.post(reverse("comments_answer", args=[draft.pk]), fields)
    filled = f"Kontoret har læst bemærkning {comment.number} i {draft.hearing.name}."
    assert page.context["form"]["text_da"].value() == f"Tak.\n\n{filled}"
    outcome = page.context["outcomes"][0]
    assert (outcome["result"].value(), outcome["reason_da"].value()) == ("partly", "Fordi.")
    draft.refresh_from_db()
    assert draft.version == fields["version"]
    assert draft.texts.get(language="da").text == "Tak. I har ret."


@pytest.mark.parametrize("chosen", ["", "x", "999999", "²"])
def test_a_text_that_is_gone_leaves_the_answer_as_typed(client, draft, writer, chosen):
    client.force_login(writer)
    fields = {"text_da": "Skrevet", "canned": chosen, "insert": "1"}
    page = client.post(reverse("comments_answer", args=[draft.pk]), fields)
    assert page.context["form"]["text_da"].value() == "Skrevet"


@pytest.mark.parametrize("text", ["{navn}", "{", "{}", "{office.pk}"])
def test_what_cannot_be_filled_in_is_refused(text):
    with pytest.raises(ValidationError):
        CannedText(title="x", text=text).full_clean()
