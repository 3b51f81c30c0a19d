"""Two frozen texts against each other, with all that was said about their differences."""

import hashlib
from copy import copy
from pathlib import Path

from django.core.cache import cache
from django.utils import translation
from django.utils.translation import gettext as _

from policy import companions
from policy.models import EditionText

from .fields import diff_plain
from .passages import diff_passages
from .shapes import Comparison
from .steps import steps_between, tell_fates
from .terms import diff_terms
from .words import Budget

ANY_CODE = "code"
KEPT_SECONDS = 7 * 24 * 60 * 60
# A change of the code that compares makes what is kept unreachable.
CODE = hashlib.sha256(
    b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
).hexdigest()[:16]


def compare_texts(old: EditionText, new: EditionText, *, page) -> Comparison:
    """Compare two texts of one language; addresses and names are those for readers of `page`.

    The differences are kept in the cache, since frozen texts stay as they are; reasons and what
    `companions.register_changes` knows are asked for each time. Six queries and the companions'.
    """
    comparison = _kept(old, new)
    comparison.old_name, comparison.new_name = str(old.edition.name), str(new.edition.name)
    comparison.old_url = page.edition_url(old.edition)
    comparison.new_url = page.edition_url(new.edition)
    put_addresses(comparison, page)
    tell_fates(comparison, steps_between(old.edition, new.edition), page.locale.language_code)
    ask_companions(comparison, old.edition, new.edition, page)
    return comparison


def compare_words(old: EditionText, new: EditionText) -> Comparison:
    """Compare two texts of one language, with fates and reasons but without addresses. One query."""
    comparison = _kept(old, new)
    steps = steps_between(old.edition, new.edition)
    tell_fates(comparison, steps, new.locale.language_code)
    return comparison


def differences(old, new, language: str, budget: Budget) -> Comparison:
    """Return the bare comparison of two texts: anything with `title`, `introduction`, `content`, `terms`."""
    with translation.override(language):
        front = [
            diff_plain("title", _("Title"), old.title, new.title, budget),
            diff_plain(
                "introduction", _("Introduction"), old.introduction, new.introduction, budget
            ),
        ]
        changes = diff_passages(old.content, new.content, budget)
    terms = diff_terms(old.terms, new.terms, budget)
    return Comparison(changes, [field for field in front if field], language, terms)


def put_addresses(comparison: Comparison, page) -> None:
    """Say where each passage is: its own page, and its place in both editions."""
    # Reversed once and not for every passage: the code is all that differs.
    before, after = page.passage_url(ANY_CODE).rsplit(ANY_CODE, 1)
    for change in comparison.changes:
        if change.code:
            change.url = f"{before}{change.code}{after}"
        if change.old and comparison.old_url:
            change.old_url = f"{comparison.old_url}#p-{change.old.code}"
        if change.new and comparison.new_url:
            change.new_url = f"{comparison.new_url}#p-{change.new.code}"


def ask_companions(comparison: Comparison, old_edition, new_edition, page) -> None:
    """Lay beside each change what upper apps know of it: the comments that led to it."""
    answers = companions.of_changes(old_edition, new_edition, page)
    for change in comparison.changed:
        change.companions = {name: found.get(change.code) for name, found in answers.items()}


def _kept(old: EditionText, new: EditionText) -> Comparison:
    language = new.locale.language_code
    key = f"compare:{CODE}:{language}:{old.sha256}:{new.sha256}"
    comparison = cache.get(key)
    if comparison is None:
        budget = Budget()
        comparison = differences(old, new, language, budget)
        if not budget.was_slow:
            cache.set(key, comparison, KEPT_SECONDS)
    # A cache in memory may hand out the very object: what is laid beside it must not stay on it.
    comparison = copy(comparison)
    comparison.changes = [copy(change) for change in comparison.changes]
    for change in comparison.changes:
        change.reasons, change.into, change.came_from = [], [], []
    return comparison
