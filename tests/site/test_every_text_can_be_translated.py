"""Everything that people read is translatable, or is said to need no translation."""

from tests.site.neutral_texts import NEUTRAL, neutral_fields
from tests.site.texts_of_models import has_language, is_translated, text_fields


def test_every_text_field_is_translated_or_declared_neutral():
    found = {
        name
        for name, field in text_fields().items()
        if not (is_translated(field) or has_language(field))
    }
    missing = sorted(found - neutral_fields())
    assert not missing, f"translate these, or say in tests/site/neutral_texts.py why not: {missing}"


def test_nothing_is_declared_neutral_that_is_gone_or_translated():
    fields = text_fields()
    wrong = [
        name
        for name in neutral_fields()
        if name not in fields or is_translated(fields[name]) or has_language(fields[name])
    ]
    assert not wrong


def test_every_reason_is_one():
    assert all(len(reason) > 10 for reason in NEUTRAL)


def test_what_readers_meet_first_is_translated():
    fields = text_fields()
    for name in ("comments.Reason.text", "notifications.MailText.text", "policy.Term.explanation"):
        assert is_translated(fields[name]), name
    for name in ("home.SettingsText.tagline", "comments.ResponseText.text"):
        assert has_language(fields[name]), name
