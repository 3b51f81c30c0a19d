"""How far the translations of pages and snippets are, text by text and in words.

Computed from wagtail-localize's segments: a text is the same as long as its Danish words are. Dates
tell nothing (see `translation.staleness`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

TAG = re.compile(r"<[^>]*>")


class State(TextChoices):
    CURRENT = "current", _("up to date")
    STALE = "stale", _("out of date")
    BEGUN = "begun", _("partly translated")
    MISSING = "missing", _("not translated")


@dataclass
class Work:
    """Danish words of one source, as they stand in one language."""

    unchanged: int = 0  # words that are translated
    changed: int = 0  # words of texts whose earlier wording was translated
    new: int = 0  # words of texts that were never translated
    texts_to_do: int = 0

    @property
    def total(self) -> int:
        return self.unchanged + self.changed + self.new

    @property
    def to_do(self) -> int:
        return self.changed + self.new

    @property
    def percent(self) -> int:
        """Return how much is translated; 100 only when no text is left."""
        if not self.texts_to_do:
            return 100
        return min(99, 100 * self.unchanged // self.total) if self.total else 0

    @property
    def state(self) -> State:
        if not self.texts_to_do:
            return State.CURRENT
        if self.changed:
            return State.STALE
        return State.BEGUN if self.unchanged else State.MISSING


def work_of(sources: Iterable[TranslationSource], locale_ids: Iterable[int]) -> dict:
    """Return {(source id, locale id): `Work`}. Two queries, however many sources and languages."""
    sources, locale_ids = list(sources), list(locale_ids)
    texts = _texts(sources)
    done, before = _translations(sources, locale_ids)
    return {
        (source.pk, locale): _add_up(texts[source.pk], done[locale], before[locale])
        for source in sources
        for locale in locale_ids
    }


def words_in(text: str) -> int:
    """Return the number of words that a person translates; tags are none."""
    return len(TAG.sub(" ", text).split())


def _texts(sources) -> dict[int, list[tuple[int, int, int]]]:
    rows = StringSegment.objects.filter(source__in=sources).values_list(
        "source_id", "string_id", "context_id", "string__data"
    )
    texts = defaultdict(list)
    for source, string, context, data in rows:
        texts[source].append((string, context, words_in(data)))
    return texts


def _translations(sources, locale_ids) -> tuple[dict, dict]:
    """Return per language what is translated, {(string, context)}, and places that ever were."""
    rows = StringTranslation.objects.filter(
        context__object__in=[source.object_id for source in sources],
        locale__in=locale_ids,
        has_error=False,
    ).values_list("locale_id", "translation_of_id", "context_id")
    done, before = defaultdict(set), defaultdict(set)
    for locale, string, context in rows:
        done[locale].add((string, context))
        before[locale].add(context)
    return done, before


def _add_up(texts, done, before) -> Work:
    work = Work()
    # A place of rich text holds several texts: one that is gone makes the new one beside it "changed".
    for string, context, words in texts:
        if (string, context) in done:
            work.unchanged += words
            continue
        work.texts_to_do += 1
        if context in before:
            work.changed += words
        else:
            work.new += words
    return work
