"""Where an explained word stands in the glossary of its language."""

from collections import Counter
from collections.abc import Iterable

from django.urls import reverse
from django.utils import translation

from policy.models import Term

A_PAGE = 60  # words


def addresses_of(terms: Iterable[Term]) -> dict[int, str]:
    """Return {id: address with the word's place} of public terms. One query.

    The terms bring their locale.
    """
    languages = {term.locale_id: term.locale.language_code for term in terms}
    listed = Term.objects.public().filter(locale__in=languages).order_by("name", "pk")
    before: Counter[int] = Counter()
    pages = {}
    for pk, locale in listed.values_list("pk", "locale_id"):
        pages[pk] = before[locale] // A_PAGE + 1
        before[locale] += 1
    return {
        term.pk: _address(languages[term.locale_id], pages[term.pk], term.pk)
        for term in terms
        if term.pk in pages
    }


def _address(language: str, page: int, pk: int) -> str:
    with translation.override(language):
        query = f"?page={page}" if page > 1 else ""
        return f"{reverse('policy:glossary')}{query}#w{pk}"
