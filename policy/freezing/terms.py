"""The explained terms of a text as plain values: a later explanation changes no old edition."""

from policy.models import Term
from policy.terms import Finder


def freeze_terms(blocks, locale) -> list[dict]:
    """Return the language's terms that occur in the frozen blocks, by name. One query.

    Each is {"name", "forms", "explanation"}. What nobody reads in the text is left out, so that a
    text without terms is the text that it was before there were any.
    """
    terms = [
        {"name": term.name, "forms": term.forms, "explanation": term.explanation}
        for term in Term.objects.filter(locale=locale).order_by("name", "pk")
    ]
    finder = Finder(terms)
    found = set()
    for block in blocks:
        found |= finder.names_in(f"{block.text}\n{block.plain_language}")
    return [finder.terms[name] for name in finder.terms if name in found]
