"""The words that the site explains."""

from collections.abc import Iterable

from django.db.models import QuerySet

from policy.models import Term

from .source import Source, Words


def _read(terms: QuerySet) -> Iterable[Words]:
    for term in terms.select_related("locale"):
        forms = " ".join(term.other_forms.splitlines())
        text = f"{term.explanation}\n{forms}"
        yield Words(term.pk, term.locale.language_code, term.name, text)


TERMS = Source("terms", lambda: Term.objects.public(), _read)
