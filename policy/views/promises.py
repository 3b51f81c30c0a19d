"""The promises of the edition in force, and how each stands."""

from django.http import Http404
from django.template.response import TemplateResponse

from policy.reading.languages import text_in_force
from policy.reading.promises import by_standing, promises_of

from .language import language_of


def promises(request, page):
    """Show the promises by how they stand, with their years; 404 before an edition is in force."""
    text = text_in_force(page)
    if text is None:
        raise Http404
    made = promises_of(text, page)
    context = {
        "page": page,
        "edition": text.edition,
        "promises": made,
        "standings": by_standing(made),
        **language_of(text, page),
    }
    return TemplateResponse(request, "policy/promises.html", context)
