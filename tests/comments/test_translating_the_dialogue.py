"""Staff translate comments and answers; a second person reads a translation before anybody else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.roles import Role
from comments.actions import (
    approve_translation,
    correct_language,
    propose_translation,
    redact,
    translate_response,
)
from comments.errors import AlreadyDecided, NotPossible
from comments.language_guess import guess_language
from comments.models import CommentText, OutcomeText, ResponseText, TextRole
from tests.factories.accounts import make_staff
from tests.factories.comments import make_answer, make_comment, make_hearing
from tests.factories.home import make_english_home
from tests.factories.policy import make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
POLISH = "Proszę odpowiadać szybciej na listy, bo nie wiem, co się dzieje."
DANISH = "Svar hurtigere på breve, for jeg ved ikke, hvad der sker."


@pytest.fixture
def comment():
    make_english_home()
    return make_comment(make_hearing(make_page()), text=POLISH, language="pl")


def propose(comment, **fields):
    values = {"by": make_user("writer"), "language": "da", "text": DANISH, **fields}
    return propose_translation(comment=comment, **values)


def approve(waiting, **fields):
    return approve_translation(
        **{"waiting": waiting, "by": make_user("reader"), "seen_text": DANISH, **fields}
    )


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (POLISH, "pl"),
        (DANISH, "da"),
        ("The answer should not take that long, and it is not clear to us.", "en"),
        ("Wir warten schon sehr lange auf die Antwort und das ist nicht gut.", "de"),
        ("Ми дуже довго чекаємо на відповідь, і це не добре для нас.", "uk"),
        ("نحن ننتظر الجواب منذ وقت طويل وهذا ليس جيدا.", "ar"),
        ("Мы очень долго ждём ответа.", ""),
        ("Ja tak", ""),
        ("", ""),
        ("1234 5678 !!", ""),
    ],
)
def test_the_language_is_guessed_or_nothing_is_said(text, language):
    assert guess_language(text) == language


@pytest.mark.parametrize("fields", [{"language": "pl"}, {"language": "xx"}, {"text": " \n"}])
def test_what_is_no_translation_is_refused(comment, fields):
    with pytest.raises(NotPossible):
        propose(comment, **fields)
    assert comment.texts.count() == 1


def test_nobody_outside_sees_a_translation_before_it_is_read(comment, client):
    propose(comment)
    assert not CommentText.objects.public().filter(role=TextRole.UNREAD).exists()
    address = reverse("comments:trace", args=[comment.hearing_id, comment.number])
    shown = client.get(address).content.decode()
    assert DANISH not in shown
    assert POLISH in shown


def test_its_writer_does_not_approve_it_nor_words_that_were_not_read(comment):
    waiting = propose(comment)
    with pytest.raises(NotPossible):
        approve(waiting, by=make_user("writer"))
    with pytest.raises(AlreadyDecided):
        approve(waiting, seen_text="Andre ord")
    assert comment.texts.filter(role=TextRole.UNREAD).exists()


def test_readers_get_the_translation_beside_the_original(comment, client):
    written = approve(propose(comment))
    assert (written.role, written.created_by) == (TextRole.TRANSLATION, make_user("writer"))
    assert not comment.texts.filter(role=TextRole.UNREAD).exists()
    address = reverse("comments:trace", args=[comment.hearing_id, comment.number])
    shown = client.get(address).content.decode()
    assert DANISH in shown
    assert POLISH in shown
    assert "Kommunens oversættelse fra polsk" in shown


def test_a_shortened_comment_has_no_translation_of_what_was_covered(comment):
    propose(comment)
    redact(comment=comment, by=make_user("m"), text=POLISH.replace("listy", "[udeladt]"))
    assert not comment.texts.filter(role=TextRole.UNREAD).exists()


def test_a_wrong_language_is_corrected_and_its_words_stay(comment):
    propose(comment)
    with pytest.raises(NotPossible):
        correct_language(comment=comment, by=None, language="tlh")
    version = comment.version
    correct_language(comment=comment, by=None, language="da")
    comment.refresh_from_db()
    assert (comment.language, comment.version) == ("da", version + 1)
    assert [(t.role, t.language, t.text) for t in comment.texts.all()] == [
        (TextRole.ORIGINAL, "da", POLISH)
    ]


def test_an_answer_is_translated_with_its_reasons(comment):
    response = make_answer(comment, texts={"da": "Tak."})
    OutcomeText.objects.filter(language="en").delete()
    reasons = {"Vi svarer nu inden tre uger.": "We answer in three weeks.", "Nej": "No"}
    values = {"response": response, "by": None, "reasons": reasons}
    for language, text in (("da", "Tak igen."), ("xx", "x"), ("en", " ")):
        with pytest.raises(NotPossible):
            translate_response(**values, language=language, text=text)
    translate_response(**values, language="en", text="Thank you.")
    said = dict(ResponseText.objects.values_list("language", "text"))
    assert said == {"da": "Tak.", "en": "Thank you."}
    assert OutcomeText.objects.get(language="en").reason == "We answer in three weeks."


def test_an_answers_translation_is_replaced_and_costs_the_same_for_many(comment):
    reasons = {"Vi svarer nu inden tre uger.": "First."}
    response = make_answer(comment, *(make_comment(comment.hearing) for _n in range(9)))
    values = {"response": response, "by": None, "language": "en", "text": "Thank you."}
    translate_response(**values, reasons=reasons)
    with CaptureQueriesContext(connection) as captured:
        translate_response(**values, reasons={**reasons, "Vi svarer nu inden tre uger.": "Then."})
    said = OutcomeText.objects.filter(language="en").values_list("reason", flat=True)
    assert list(said) == ["Then."] * 10
    assert len([q for q in captured if "comments_outcometext" in q["sql"]]) == 2


def test_the_screens_take_two_people(comment, client):
    address = reverse("comments_comment_translations", args=[comment.pk])
    client.force_login(make_staff(Role.MODERATOR.value, "one"))
    client.post(address, {"do": "propose", "language": "da", "text": DANISH})
    waiting = CommentText.objects.get(role=TextRole.UNREAD)
    step = {"do": f"approve-{waiting.pk}", "seen": DANISH}
    client.post(address, step)
    assert CommentText.objects.filter(role=TextRole.UNREAD).exists()
    listed = client.get(reverse("comments_translations")).content.decode()
    assert address in listed
    client.force_login(make_staff(Role.EDITOR.value, "two"))
    assert DANISH in client.get(address).content.decode()
    client.post(address, step)
    assert CommentText.objects.get(role=TextRole.TRANSLATION).text == DANISH
    assert address not in client.get(reverse("comments_translations")).content.decode()


def test_a_form_that_fails_keeps_its_text(comment, client):
    client.force_login(make_staff(Role.MODERATOR.value))
    address = reverse("comments_comment_translations", args=[comment.pk])
    shown = client.post(address, {"do": "propose", "language": "xx", "text": DANISH})
    assert shown.status_code == 200
    assert DANISH in shown.content.decode()


def test_an_answers_screen_writes_its_translation(comment, client):
    response = make_answer(comment, texts={"da": "Tak."})
    client.force_login(make_staff(Role.EDITOR.value))
    address = reverse("comments_answer_translation", args=[response.pk]) + "?language=en"
    assert "Tak." in client.get(address).content.decode()
    assert client.post(address, {"text": ""}).status_code == 200
    assert client.post(address, {"text": "Thank you."}).status_code == 302
    assert ResponseText.objects.get(language="en").text == "Thank you."
