"""Where the language switch leads when a page is not in the language that was chosen.

It says so and offers the page in the languages that it has. The address holds the page's id and
what followed the page's own address (an edition, a passage), so that the place is kept; it leads to
addresses of that very page and nowhere else.
"""

from contextlib import suppress
from dataclasses import dataclass

from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe
from wagtail.contrib.routable_page.models import RoutablePageMixin
from wagtail.models import Page

from policy.models import Edition, PolicyPage

from .languages import direction, untranslated_address

MINUTE = 60  # seconds


@dataclass(frozen=True)
class Offer:
    """The page in a language that it has; the language called as its speakers call it."""

    code: str
    name: str
    dir: str
    url: str


@require_safe
@cache_control(public=True, max_age=MINUTE)
def untranslated(request, page_id: int, rest: str = ""):
    """Offer a page in its own languages; lead to its translation as soon as there is one.

    404 for a page that is not for all: its address would tell that it exists.
    """
    request.understood_query = ""
    page = Page.objects.live().public().filter(pk=page_id).select_related("locale").first()
    if page is None or not _is_readable(page):
        raise Http404
    found = Page.objects.live().public().filter(translation_key=page.translation_key)
    found = {other.locale.language_code: other for other in found.select_related("locale")}
    own, language = page.locale.language_code, translation.get_language()
    match = _match(page, rest)
    if rest and match is None:
        return HttpResponseRedirect(untranslated_address(page_id, "", language))
    if language in found:
        return HttpResponseRedirect(_address(request, found[language], match))
    codes = [own, *(code for code in found if code != own)]
    offers = [_offer(code, _address(request, found[code], match)) for code in codes]
    context = {"offers": offers, "home_url": f"/{language}/"}
    response = TemplateResponse(request, "home/untranslated.html", context)
    response["X-Robots-Tag"] = "noindex"
    return response


def _is_readable(page) -> bool:
    """Say whether readers have anything of a policy; other pages are read as they are."""
    if page.specific_class is not PolicyPage:
        return True
    return Edition.objects.public().filter(policy=page.translation_key).exists()


def _match(page, rest: str):
    """Return the resolved place beneath a page's address; None where there is none or it is unknown."""
    if not rest or not issubclass(page.specific_class, RoutablePageMixin):
        return None
    with translation.override(page.locale.language_code), suppress(Http404):
        return page.specific_class.get_resolver().resolve(f"/{rest}")
    return None


def _address(request, page, match) -> str:
    address = page.get_url(request)
    if address is None:
        raise Http404
    if match is None:
        return address
    resolver = page.specific_class.get_resolver()
    with translation.override(page.locale.language_code):
        return address + resolver.reverse(match.url_name, *match.args, **match.kwargs)


def _offer(code: str, url: str) -> Offer:
    name = translation.get_language_info(code)["name_local"]
    return Offer(code=code, name=name, dir=direction(code), url=url)
