"""How far the translations of pages and snippets are, text by text and in words.

Computed from wagtail-localize's segments: a text is the same as long as its Danish words are. Dates
tell nothing (see `translation.staleness`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource

from .models import FrozenSegment

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

    def add(self, words: int, *, is_done: bool, was_there: bool) -> None:
        """Count a text. `was_there`: its place has a translated text that is gone."""
        if is_done:
            self.unchanged += words
            return
        self.texts_to_do += 1
        if was_there:
            self.changed += words
        else:
            self.new += words

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
    done, before = there([source.object_id for source in sources], locale_ids)
    return {
        (source.pk, locale): _add_up(texts[source.pk], done[locale], before[locale])
        for source in sources
        for locale in locale_ids
    }


def work_of_orders(orders) -> dict[int, Work]:
    """Return {order id: `Work`}. Three queries, however many orders, editions and languages."""
    orders = list(orders)
    working = {order.policy_id for order in orders if not order.edition_id}
    live = _grouped(
        StringSegment.objects.filter(
            source__object__in=working, source__locale__language_code=settings.LANGUAGE_CODE
        ),
        "source__object_id",
    )
    frozen = _grouped(
        FrozenSegment.objects.filter(edition__in={o.edition_id for o in orders if o.edition_id}),
        "edition_id",
    )
    done, before = there({o.policy_id for o in orders}, {o.locale_id for o in orders})
    return {
        order.pk: _add_up(
            frozen[order.edition_id] if order.edition_id else live[order.policy_id],
            done[order.locale_id],
            before[order.locale_id],
        )
        for order in orders
    }


def words_in(text: str) -> int:
    """Return the number of words that a person translates; tags are none."""
    return len(TAG.sub(" ", text).split())


def _texts(sources) -> dict:
    return _grouped(StringSegment.objects.filter(source__in=sources), "source_id")


def _grouped(segments, key: str) -> dict[object, list[tuple[int, int, int]]]:
    """Return {key: [(string, context, words)]}."""
    texts = defaultdict(list)
    rows = segments.values_list(key, "string_id", "context_id", "string__data")
    for owner, string, context, data in rows:
        texts[owner].append((string, context, words_in(data)))
    return texts


def there(keys, locale_ids) -> tuple[dict, dict]:
    """Return per language what is translated, {(string, context)}, and {place: strings it ever had}."""
    rows = StringTranslation.objects.filter(
        context__object__in=keys, locale__in=locale_ids, has_error=False
    ).values_list("locale_id", "translation_of_id", "context_id")
    done = defaultdict(set)
    before = defaultdict(lambda: defaultdict(set))
    for locale, string, context in rows:
        done[locale].add((string, context))
        before[locale][context].add(string)
    return done, before


def _add_up(texts, done, before) -> Work:
    """Add the words up. A text is changed where its place has a translated text that is gone."""
    work = Work()
    now = defaultdict(set)
    for string, context, _words in texts:
        now[context].add(string)
    for string, context, words in texts:
        was_there = bool(before.get(context, set()) - now[context])
        work.add(words, is_done=(string, context) in done, was_there=was_there)
    return work
