"""Translations for tests: English made of the Danish, so that every word can be told apart."""

from wagtail.models import Locale

from policy.models import PolicyPage
from translation.seeding import seed_translation

TEXTS = {
    "heading",
    "lead",
    "body",
    "statement",
    "plain",
    "why",
    "citizens_can_expect",
    "we_expect_of_citizens",
    "text",
    "owner",
    "what",
    "who_decides",
    "when_it_fits",
    "time_and_resources",
    "why_it_suits",
}


def english(words: str) -> str:
    """Return words that stand for a translation; markup stays where it is."""
    if not words:
        return words
    if words.startswith("<p>"):
        return words.replace("<p>", "<p>EN ")
    return f"EN {words}"


def english_body(raw) -> list[dict]:
    """Return raw blocks with the same ids and every text in "English"."""
    return [{**block, "value": _value(block["value"])} for block in raw]


def _value(value):
    if not isinstance(value, dict):
        return value
    translated = {}
    for name, inner in value.items():
        if name in ("promises", "examples"):
            translated[name] = [
                {
                    **item,
                    "value": _value(item["value"])
                    if isinstance(item["value"], dict)
                    else english(item["value"]),
                }
                for item in inner
            ]
        else:
            translated[name] = english(inner) if name in TEXTS else inner
    return translated


def english_of(page: PolicyPage) -> PolicyPage:
    """Return an unsaved English page that translates the live Danish one."""
    return PolicyPage(
        title=english(page.title),
        slug=f"en-{page.slug}",
        introduction=english(page.introduction),
        locale=Locale.objects.get(language_code="en"),
        body=english_body(page.body.get_prep_value()),
    )


def make_english(page: PolicyPage, user=None) -> PolicyPage:
    """Translate the live page completely, publish the English one and return it."""
    page.refresh_from_db()
    return seed_translation(page=page, translated=english_of(page), user=user)
