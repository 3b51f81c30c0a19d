"""The words that the edition in force explains."""

from django.http import Http404
from django.template.response import TemplateResponse

from policy import companions
from policy.reading.languages import text_in_force
from policy.reading.texts import read_text

from .language import language_of


def words(request, page):
    """List the explained terms of the edition in force; 404 before there is one."""
    text = text_in_force(page)
    if text is None:
        raise Http404
    context = {
        "page": page,
        "edition": text.edition,
        "terms": read_text(text).terms,
        "companions": companions.of_edition(text, page),
        **language_of(text, page),
    }
    return TemplateResponse(request, "policy/words.html", context)
