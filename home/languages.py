"""The languages that a page can be read in, and the address of the same page in each."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils import translation
from wagtail.models import Page

PLACES = {code: place for place, (code, _name) in enumerate(settings.LANGUAGES)}


@dataclass(frozen=True)
class Language:
    """A language in its own name. `is_translation` is false where `url` is not this place in it."""

    code: str
    name: str
    url: str
    dir: str
    is_current: bool
    is_translation: bool

    @property
    def absolute_url(self) -> str:
        return settings.BASE_URL + self.url


def languages_of(
    current: str,
    homes: Mapping[str, str],
    same: Mapping[str, str],
    untranslated: Callable[[str], str] | None = None,
) -> list[Language]:
    """Return the languages in the settings' order, Danish first.

    `homes` are the addresses of the home pages, `same` those of the page at hand. A language with
    neither is left out: a link to it would be a dead end. `untranslated(code)` is where it is said
    that the page at hand is not in a language.
    """
    found = []
    for code in sorted({**homes, **same}, key=lambda code: PLACES.get(code, len(PLACES))):
        url = same.get(code) or homes.get(code)
        if not url:
            continue
        if untranslated and code not in same:
            url = untranslated(code)
        info = translation.get_language_info(code)
        found.append(
            Language(
                code=code,
                name=info["name_local"],
                url=url,
                dir=direction(code),
                is_current=code == current,
                is_translation=code in same,
            )
        )
    return found


def direction(code: str) -> str:
    return "rtl" if translation.get_language_info(code)["bidi"] else "ltr"


def untranslated_address(page_id: int, rest: str, code: str) -> str:
    """Return where it is said that a page is not in a language.

    `rest` is what follows the page's own address: it keeps the place.
    """
    with translation.override(code):
        if not rest:
            return reverse("home:untranslated", args=[page_id])
        return reverse("home:untranslated_place", args=[page_id, rest])


def addresses(
    request, page: Page | None, translations: Iterable[Page], codes: Iterable[str]
) -> dict[str, str]:
    """Return {language code: address of what is shown now}, without query or host of its own.

    A view that is no page stands in each of `codes`, the languages that have a home page.
    """
    if page is not None:
        return _of_page(request, page, translations)
    match = request.resolver_match
    if match is None or not match.namespaces:
        return {}
    return _of_view(request, match, codes)


def _of_page(request, page, translations) -> dict[str, str]:
    match = getattr(request, "routable_resolver_match", None)
    found = {}
    for other in translations:
        code, address, rest = other.locale.language_code, other.get_url(request), ""
        if address is None:  # its home page is of no site, or of one that was only just made
            continue
        if match is not None and hasattr(page, "reverse_subpage"):
            with translation.override(code):
                rest = page.reverse_subpage(match.url_name, match.args, match.kwargs)
        found[code] = address + rest
    return found


def _of_view(request, match, codes) -> dict[str, str]:
    asked = _understood(request)
    query = f"?{asked}" if asked else ""
    found = {}
    for code in codes:
        try:
            with translation.override(code):
                address = reverse(match.view_name, args=match.args, kwargs=match.kwargs)
        except NoReverseMatch:
            continue
        found[code] = address + query
    return found


def _understood(request) -> str:
    """Return what of an address's query goes along: what its view says it understood.

    Of a view that says nothing that is the page of a list. Whatever else an address holds is
    repeated nowhere, or kept pages would carry what somebody put into a link (row 56).
    """
    asked = getattr(request, "understood_query", None)
    if asked is not None:
        return asked
    page = request.GET.get("page", "")
    return f"page={page}" if page.isascii() and page.isdecimal() and len(page) < 9 else ""
