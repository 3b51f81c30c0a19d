"""A misprint that a translation alone has is told in its language, and touches no other text."""

import datetime

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Locale

from policy.actions import correct, translate_note
from policy.errors import Refused
from policy.exporting.reading import read_document
from policy.models import EditionNote, NoteKind
from policy.reading.notes import notes_of
from tests.factories.accounts import make_staff
from tests.factories.home import make_english_home
from tests.factories.policy import edit, make_adopted, make_page, make_user
from tests.factories.translation import make_english
from translation.actions import freeze_translation

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PRINTED, READ_AS = "EN Kort om 2.", "In short about 2."
REASON = "A word was wrong in print."


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def english(page):
    make_english_home()
    return make_english(page)


@pytest.fixture
def edition(page, english):
    edition = make_adopted(page)
    freeze_translation(edition=edition, page=english)
    return edition


def text_in(edition, language):
    return edition.texts.get(locale__language_code=language)


def put_right(edition, **fields):
    text = text_in(edition, "en")
    values = {
        "edition": edition,
        "text": text,
        "passage": text.wordings.get(plain_language=PRINTED).passage,
        "before": PRINTED,
        "after": READ_AS,
        "reason": REASON,
        "user": make_user(),
    }
    return correct(**{**values, **fields})


def address(page, ask) -> str:
    """Return an address under a page in the words of its language; `ask(page)` gives it."""
    with translation.override(page.locale.language_code):
        return ask(page)


def read(client, at) -> str:
    response = client.get(at)
    assert response.status_code == 200
    return response.content.decode()


def test_words_of_the_danish_text_are_not_in_the_translation(edition):
    with pytest.raises(Refused, match="står ikke"):
        put_right(edition, before="Princip 2s overskrift, men kun på dansk")
    with pytest.raises(Refused):
        put_right(edition, text=text_in(edition, "da"))
    assert not EditionNote.objects.exists()


def test_a_text_of_another_edition_is_refused(page, edition):
    edit(page, introduction="Nyt.")
    with pytest.raises(Refused, match="ikke en af udgavens"):
        put_right(edition, text=make_adopted(page).texts.get())


def test_it_is_not_said_in_another_language(edition):
    note = put_right(edition)
    with pytest.raises(Refused, match="Den står kun på det sprog"):
        translate_note(note=note, locale=Locale.objects.get(language_code="da"), text="Et ord.")


def test_only_a_correction_is_of_a_translation(edition):
    with pytest.raises(IntegrityError), transaction.atomic():
        EditionNote.objects.create(
            edition=edition, kind=NoteKind.OVERRIDE, translation=text_in(edition, "en")
        )


def test_both_texts_stay_as_they_were(edition):
    before = dict(edition.texts.values_list("pk", "sha256"))
    put_right(edition)
    assert dict(edition.texts.values_list("pk", "sha256")) == before


def test_readers_of_the_translation_are_told_and_readers_of_danish_are_not(
    page, english, edition, client
):
    note = put_right(edition)
    places = (
        lambda at: at.url,
        lambda at: at.passage_url(note.passage.code),
        lambda at: at.file_url(edition, "txt"),
    )
    for place in places:
        assert READ_AS in read(client, address(english, place))
        assert READ_AS not in read(client, address(page, place))
    shown = read(client, english.url)
    assert f"<del>{PRINTED}</del>" in shown
    assert f"<ins>{READ_AS}</ins>" in shown
    assert REASON in shown
    text = text_in(edition, "en")
    assert read_document(text, english).notes[0].language == "en"


def test_the_list_of_editions_counts_what_its_readers_are_told(page, english, edition, client):
    put_right(edition)
    listed = address(english, lambda at: at.editions_url())
    assert "#notes-heading" in read(client, listed)
    assert "#notes-heading" not in read(client, page.editions_url())


def test_a_comparison_shows_the_corrections_of_both_editions(page, english, edition, client):
    edit(page, introduction="Nyt.").get_latest_revision().publish()
    make_english(page)
    english.refresh_from_db()
    freeze_translation(edition=make_adopted(page), page=english)
    put_right(edition)
    compared = address(english, lambda at: at.comparison_url("1", "2"))
    assert f"<ins>{READ_AS}</ins>" in read(client, compared)
    assert READ_AS not in read(client, page.comparison_url("1", "2"))


def test_the_feed_of_that_language_says_that_the_edition_changed(page, english, edition, client):
    feeds = [address(at, lambda at: at.feed_url()) for at in (page, english)]
    before = [read(client, feed) for feed in feeds]
    with time_machine.travel(timezone.now() + datetime.timedelta(hours=1)):
        put_right(edition)
        danish, in_english = (read(client, feed) for feed in feeds)
    assert danish == before[0]
    assert in_english != before[1]


def test_the_api_names_the_language(page, edition, client):
    put_right(edition)
    address = f"/api/v1/editions/{page.translation_key}/{edition.key}"
    (note,) = client.get(address).json()["notes"]
    assert (note["translation"], note["texts"][0]["lang"]) == ("en", "en")
    assert (note["texts"][0]["before"], note["texts"][0]["after"]) == (PRINTED, READ_AS)


def typed(edition) -> dict:
    wording = text_in(edition, "en").wordings.get(plain_language=PRINTED)
    return {"wording": wording.pk, "before": PRINTED, "after": READ_AS, "reason": REASON}


def test_an_editor_corrects_a_translation_on_the_screen_of_the_danish_page(page, edition, client):
    client.force_login(make_staff("editor"))
    screen = reverse("policy_correct", args=[page.pk])
    assert "Du retter oversættelsen" not in read(client, f"{screen}?edition=1")
    assert "Du retter oversættelsen" in read(client, f"{screen}?edition=1&language=en")
    # The passages of another text are none of this one's.
    assert client.post(f"{screen}?edition=1", typed(edition)).status_code == 200
    assert not EditionNote.objects.exists()
    assert client.post(f"{screen}?edition=1&language=en", typed(edition)).status_code == 302
    assert notes_of(edition, text_in(edition, "en").locale_id, page)[0].after == READ_AS
    assert "Skriv den på et andet sprog" not in read(client, screen)


def test_a_translator_corrects_her_own_text_and_no_other(page, english, edition, client):
    client.force_login(make_staff("translator"))
    assert client.get(reverse("policy_correct", args=[page.pk])).status_code == 302
    screen = reverse("policy_correct", args=[english.pk])
    assert "Du retter oversættelsen" in read(client, f"{screen}?edition=1&language=da")
    assert client.post(f"{screen}?edition=1&language=da", typed(edition)).status_code == 302
    assert EditionNote.objects.get().translation == text_in(edition, "en")


def test_a_moderator_corrects_nothing(english, edition, client):
    client.force_login(make_staff("moderator"))
    assert client.post(reverse("policy_correct", args=[english.pk]), {}).status_code == 302
    assert not EditionNote.objects.exists()
