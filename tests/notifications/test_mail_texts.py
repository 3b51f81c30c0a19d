"""What mails say: the municipality's words or ours."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from wagtail.models import Locale

from notifications.keys import MailKey
from notifications.models import MailText
from notifications.placeholders import PLACEHOLDERS, fill, fill_paragraphs, unknown_placeholders
from notifications.texts import Letters, default_text

pytestmark = pytest.mark.django_db


def own_text(language="da", **fields):
    locale = Locale.objects.get(language_code=language)
    values = {"key": "receipt", "subject": "Nr. {number}", "text": "Kære ven\n\nNr. {number}."}
    return MailText(locale=locale, **{**values, **fields})


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("subject", "Nr. {nummer}"),
        ("text", "{receipt_secret}"),
        ("text", "{reason_text}"),
        ("text", "{settings}"),
    ],
)
def test_a_text_with_words_that_nobody_fills_is_refused(field, words):
    with pytest.raises(ValidationError) as error:
        own_text(**{field: words}).full_clean()
    assert list(error.value.message_dict) == [field]


def test_there_is_one_text_for_a_mail_and_language():
    own_text().save()
    with pytest.raises(ValidationError):
        own_text().full_clean()
    own_text("en").full_clean()


def test_the_municipalitys_own_text_is_sent_in_its_language_only():
    own_text().save()
    letters = Letters(MailKey.RECEIPT)
    assert letters.fill("da", {"number": 7}).subject == "Nr. 7"
    assert letters.fill("da", {"number": 7}).text == "Kære ven\n\nNr. 7.\n"
    assert letters.fill("en", {"number": 7}).subject == "We have your comment, no. 7"


@pytest.mark.parametrize("key", MailKey)
@pytest.mark.parametrize("language", ["da", "en"])
def test_our_own_texts_ask_for_nothing_that_nobody_fills(key, language, settings):
    with translation.override(language):
        subject, text = default_text(key)
    assert unknown_placeholders(key, subject + text) == set()
    filled = Letters(key).fill(language, dict.fromkeys(PLACEHOLDERS[key], "x"))
    assert "{" not in filled.subject + filled.text


def test_a_value_with_braces_is_not_filled_again():
    assert fill("{a}", {"a": "{b}", "b": "secret"}) == "{b}"


@pytest.mark.parametrize("text", ["{a.b}", "{a!r}", "{0}", "{}", "{{a}}", "{a:>9999999}", "%(a)s"])
def test_braces_are_no_language_of_their_own(text):
    assert fill(text, {}) == text


def test_a_paragraph_without_its_value_is_left_out():
    text = "Hej\r\n\r\nSvar {when}.\r\n\r\nNr. {number}, {unknown}"
    assert fill_paragraphs(text, {"when": "", "number": 0}) == "Hej\n\nNr. 0, {unknown}\n"
