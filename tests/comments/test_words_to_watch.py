"""Words on the list that staff keep are marked in what citizens write, and hold nothing back."""

import pytest

from comments.actions import edit
from comments.detector.watched import find_watched
from comments.models import WatchWord
from tests.factories.comments import make_hearing, send


@pytest.mark.parametrize(
    ("word", "text"),
    [
        ("svin", "svinget"),
        ("svin", "grisesvin"),
        ("får", "far"),
        ("sø", "so"),
        ("", "ord"),
        ("*", "ord"),
        ("idiot*", "videoidiot"),
    ],
)
def test_other_words_are_not_found(word, text):
    assert list(find_watched(text, [word])) == []


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("svin", "Dit SVIN!", "SVIN"),
        ("idiot*", "de Idioterne, ja", "Idioterne"),
        ("idiot*", "en ｉｄｉｏｔ", "ｉｄｉｏｔ"),
        ("idé", "en ide", "ide"),
        ("ide", "en ide\u0301 til", "ide\u0301"),
        ("svin", "et sv\u200bin her", "sv\u200bin"),
        ("Æblegrød", "ÆBLEGRØD", "ÆBLEGRØD"),
    ],
)
def test_whole_words_are_found_whatever_their_case_and_accents(word, text, found):
    [(start, length)] = find_watched(text, [word])
    assert text[start : start + length] == found


@pytest.mark.django_db
def test_a_word_on_the_list_is_a_flag_and_holds_nothing():
    hearing = make_hearing()
    before = send(hearing, text="Din idiot").comment
    WatchWord.objects.create(word="idiot*")
    comment = send(hearing, text="Din idiot", name="Idioten").comment
    assert comment.status == "pending"
    assert list(comment.findings.values_list("kind", "start", "length")) == [
        ("watched", 0, 0),
        ("watched", 4, 5),
    ]
    assert not before.findings.exists()
    edit(comment=before, seen_version=1, text="Din ven, ingen idiot")
    assert before.findings.get().start == 15
