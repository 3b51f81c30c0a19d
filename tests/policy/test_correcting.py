"""A misprint is corrected beside the frozen text, in public, with the date and both wordings."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale

from policy.actions import correct, translate_note
from policy.errors import Refused
from policy.models import EditionNote, EditionNoteText, NoteKind, Passage
from policy.reading.notes import notes_of
from tests.factories.policy import make_adopted, make_hearing_version, make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PRINTED, READ_AS = "holder fast i sag 2", "holder fast i sag 12"


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def edition(page):
    return make_adopted(page)


def passage_of(edition, number=2) -> Passage:
    return Passage.objects.get(code=edition.texts.get().content[number]["code"])


def put_right(edition, **fields):
    values = {
        "edition": edition,
        "passage": passage_of(edition),
        "before": PRINTED,
        "after": READ_AS,
        "reason": "Et tal blev trykt forkert.",
        "user": make_user(),
    }
    return correct(**{**values, **fields})


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"before": "ord, som ingen har skrevet"}, "står ikke i det afsnit"),
        ({"before": "holder fast i sag 1"}, "står ikke i det afsnit"),
        ({"before": " "}, "som de står trykt"),
        ({"after": ""}, "hvordan der skal stå"),
        ({"after": PRINTED}, "ens"),
        ({"reason": "\n"}, "begrundelsen"),
        ({"reason": "x" * 2001}, "højst"),
    ],
)
def test_what_makes_no_sense_is_refused(edition, fields, said):
    with pytest.raises(Refused, match=said):
        put_right(edition, **fields)
    assert not EditionNote.objects.exists()


def test_an_edition_nobody_can_read_is_changed_and_not_corrected(page):
    ahead = make_hearing_version(page, public_from=timezone.now() + timezone.timedelta(days=1))
    with pytest.raises(Refused, match="kladden"):
        put_right(ahead)


def test_words_are_found_however_they_are_broken_into_lines(edition):
    assert put_right(edition, before="holder  fast\ni sag 2").texts.get().after == READ_AS


@pytest.mark.parametrize("before", ["Princip 2s overskrift", "Kort om 2."])
def test_the_heading_and_the_plain_words_are_part_of_the_passage(edition, before):
    assert put_right(edition, before=before).kind == NoteKind.CORRECTION


def test_the_frozen_text_stays_as_it_was(edition):
    before = edition.texts.get().sha256
    put_right(edition)
    text = edition.texts.get()
    assert text.sha256 == before
    assert PRINTED in text.wordings.get(passage=passage_of(edition)).text


@pytest.mark.parametrize("where", ["edition", "passage"])
def test_both_wordings_and_the_date_are_shown(page, edition, client, where):
    put_right(edition)
    passage = passage_of(edition)
    url = page.url if where == "edition" else page.passage_url(passage.code)
    shown = client.get(url).content.decode()
    assert f"<del>{PRINTED}</del>" in shown
    assert f"<ins>{READ_AS}</ins>" in shown
    assert "Der står:" in shown
    assert "Der skal stå:" in shown
    assert "Trykfejl i udgave 1, rettet den" in shown


def test_another_passage_does_not_show_it(page, edition, client):
    put_right(edition)
    other = passage_of(edition, 1)
    assert "Trykfejl" not in client.get(page.passage_url(other.code)).content.decode()


def test_words_with_markup_are_shown_as_words(page, edition, client):
    put_right(edition, after="<script>alert(1)</script>", reason="<b>fed</b>")
    shown = client.get(page.url).content.decode()
    assert "<script>alert" not in shown
    assert "&lt;b&gt;fed" in shown


def test_what_was_passed_by_is_shown_with_its_reason(page, edition, client):
    note = EditionNote.objects.create(edition=edition, kind=NoteKind.OVERRIDE, about="answers")
    danish = Locale.objects.get(language_code="da")
    EditionNoteText.objects.create(note=note, locale=danish, text="Svarene kommer i marts.")
    assert "Svarene kommer i marts." in client.get(page.url).content.decode()


def test_a_note_is_read_in_the_readers_language_and_the_wordings_in_danish(page, edition):
    english = Locale.objects.get(language_code="en")
    note = put_right(edition)
    assert notes_of(edition, english.pk, page)[0].language == "da"
    translate_note(note=note, locale=english, text="A figure was wrong in print.")
    read = notes_of(edition, english.pk, page)[0]
    assert (read.language, read.text) == ("en", "A figure was wrong in print.")
    assert (read.wording_language, read.before) == ("da", PRINTED)
    assert read.label == "Princip 2: Princip 2s overskrift"


def test_a_note_is_translated_once(edition):
    english = Locale.objects.get(language_code="en")
    note = put_right(edition)
    translate_note(note=note, locale=english, text="A figure was wrong.")
    with pytest.raises(Refused):
        translate_note(note=note, locale=english, text="Other words.")


@pytest.mark.parametrize("count", [0, 1, 5])
def test_notes_cost_a_fixed_number_of_queries(page, edition, count, django_assert_max_num_queries):
    for _n in range(count):
        put_right(edition)
    page.passage_url("x")
    with django_assert_max_num_queries(3):
        assert len(notes_of(edition, page.locale_id, page)) == count


@pytest.fixture
def editor(client):
    user = make_user("editor-bruger")
    user.groups.add(Group.objects.get(name="editor"))
    client.force_login(user)
    return client


def screen(page):
    return reverse("policy_correct", args=[page.pk]) + "?edition=1"


def test_the_screen_keeps_what_was_typed_when_the_words_are_not_there(page, edition, editor):
    wording = edition.texts.get().wordings.get(passage=passage_of(edition))
    typed = {"wording": wording.pk, "before": "noget andet", "after": "nyt", "reason": "Derfor."}
    shown = editor.post(screen(page), typed).content.decode()
    assert "“noget andet” står ikke i det afsnit." in shown
    assert "Derfor." in shown
    assert not EditionNote.objects.exists()


def test_an_editor_corrects_and_translates(page, edition, editor):
    wording = edition.texts.get().wordings.get(passage=passage_of(edition))
    typed = {"wording": wording.pk, "before": PRINTED, "after": READ_AS, "reason": "Derfor."}
    assert editor.post(screen(page), typed).status_code == 302
    note = EditionNote.objects.get()
    english = Locale.objects.get(language_code="en")
    words = {"note": note.pk, "locale": english.pk, "text": "Because."}
    assert editor.post(screen(page), words).status_code == 302
    assert note.texts.get(locale=english).text == "Because."
    assert "Because." in editor.get(screen(page)).content.decode()


def test_another_policys_note_is_not_translated_here(page, edition, editor):
    other = make_adopted(make_page(slug="anden", title="Anden politik"))
    note = put_right(other)
    english = Locale.objects.get(language_code="en")
    editor.post(screen(page), {"note": note.pk, "locale": english.pk, "text": "Because."})
    assert note.texts.count() == 1
