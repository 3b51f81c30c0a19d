"""The headings and words of what is in force, kept for a while: what suggestions and "did you mean" know.

Of texts that anybody may read and nobody takes back: no word of a comment is in it.
"""

import unicodedata
from collections import Counter

from django.core.cache import cache
from wagtail.models import Page

from notifications.addresses import PolicyPages
from policy.models import Wording

from .analysis.letters import fold
from .clean import clean_query
from .editions import Editions

TITLES_KEPT, WORDS_KEPT = 60, 600  # seconds
MOST_TITLES, MOST_WORDS = 3_000, 20_000
LONGEST = 100  # letters of a title


def titles(language: str) -> list[tuple[str, str]]:
    """Return [(folded, title)]: headings, explained terms, pages. Three queries a minute."""
    return _kept(f"search:titles:{language}", TITLES_KEPT, lambda: _titles(language))


def words(language: str) -> dict[str, int]:
    """Return {word: how often it stands in the texts in force}."""
    return _kept(f"search:words:{language}", WORDS_KEPT, lambda: _words(language))


def folded(text: str) -> str:
    """Return a text's words without accents, blanks between."""
    return " ".join(fold(word) for word in split(text))


def split(text: str) -> list[str]:
    """Return the words of a text in small letters, each as often as it stands there."""
    text = unicodedata.normalize("NFC", text).lower()
    kept = "".join(c if unicodedata.category(c)[0] in "LNM" else " " for c in text)
    return [word for word in kept.split() if clean_query(word)]


def _kept(key: str, seconds: int, make):
    found = cache.get(key)
    if found is None:
        found = make()
        cache.set(key, found, seconds)
    return found


def _texts(language: str) -> list:
    """Return the texts in force in a language; of a policy without any, its newest public one."""
    editions = Editions.of(PolicyPages(language).policies)
    in_force = {
        edition.policy_id: edition.pk for edition in editions.all if edition.pk in editions.in_force
    }
    newest: dict = {}
    for edition in editions.all:
        newest.setdefault(edition.policy_id, edition.pk)
    wanted = set((newest | in_force).values())
    return [
        text
        for text in editions.texts
        if text.edition_id in wanted and text.locale.language_code == language
    ]


def _titles(language: str) -> list[tuple[str, str]]:
    texts = _texts(language)
    found = list(
        Wording.objects.filter(edition_text__in=texts)
        .exclude(heading="")
        .order_by("order")
        .values_list("heading", flat=True)[:MOST_TITLES]
    )
    found += [term["name"] for text in texts for term in text.terms if term.get("name")]
    pages = Page.objects.live().public().filter(locale__language_code=language, depth__gt=2)
    found += pages.order_by("path").values_list("title", flat=True)[:MOST_TITLES]
    return [(folded(title), title[:LONGEST]) for title in dict.fromkeys(found)][:MOST_TITLES]


def _words(language: str) -> dict[str, int]:
    counts: Counter = Counter()
    rows = Wording.objects.filter(edition_text__in=_texts(language)).values_list("heading", "text")
    for heading, text in rows[:MOST_TITLES].iterator():
        counts.update(word for word in split(f"{heading} {text}") if 3 <= len(word) <= 40)
    for _folded, title in titles(language):
        counts.update(word for word in split(title) if len(word) >= 3)
    return dict(counts.most_common(MOST_WORDS))
