"""The words that the site explains in a language, with or without an edition that uses them."""

from itertools import groupby

from django.core.paginator import Paginator
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from policy.models import Term
from policy.reading.glossary import A_PAGE

MINUTE = 60  # seconds


@require_safe
@cache_control(public=True, max_age=MINUTE)
def glossary(request):
    """List the terms of the address's language under their letters; 404 for a page beyond the last."""
    terms = Term.objects.public().filter(locale__language_code=translation.get_language())
    paginator = Paginator(terms.order_by("name", "pk"), A_PAGE)
    number = request.GET.get("page", "1")
    if not (number.isascii() and number.isdecimal() and len(number) < 6):
        number = "1"
    request.understood_query = f"page={int(number)}" if int(number) > 1 else ""
    if int(number) not in paginator.page_range:
        raise Http404
    page = paginator.page(int(number))
    letters = [(letter, list(found)) for letter, found in groupby(page, _letter)]
    return TemplateResponse(request, "policy/glossary.html", {"letters": letters, "page_obj": page})


def _letter(term) -> str:
    return term.name[:1].upper()
