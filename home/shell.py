"""What stands around every page: names, navigation, languages, legal links.

Worked out once for a request, in at most four queries, whatever stands in the tree.
"""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import (
    CharField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    UUIDField,
)
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Page, PageViewRestriction, Site

from policy import instants
from policy.locales import site_languages
from policy.reading.prepared import prepared

from .facts import Facts, facts_for
from .languages import (
    Language,
    addresses,
    direction,
    languages_of,
    untranslated_address,
)
from .models import Purpose
from .theme import theme_address

LEGAL_ORDER = list(Purpose)


@dataclass(frozen=True)
class Link:
    """One place to go. `name` tells the ones that are no pages: "hearings", "search"."""

    title: str
    url: str
    is_current: bool = False
    name: str = "page"


@dataclass(frozen=True)
class Shell:
    """See the module. `alternates` are the languages in which this very page exists.

    `next_change` is when public pages next change by the clock alone, or None.
    """

    language: str
    dir: str
    settings: Facts
    home_url: str
    search_url: str
    theme_url: str
    navigation: list[Link] = field(default_factory=list)
    languages: list[Language] = field(default_factory=list)
    legal: list[Link] = field(default_factory=list)
    next_change: datetime | None = None

    @property
    def municipality(self) -> str:
        return self.settings.municipality

    @property
    def alternates(self) -> list[Language]:
        found = [language for language in self.languages if language.is_translation]
        return found if len(found) > 1 else []


def shell_for(request, page=None) -> Shell:
    """Return the shell of a request; `page` is the Wagtail page that it shows, if any."""
    if not hasattr(request, "_shell"):
        request._shell = _build(request, page)
    return request._shell


def plain_shell(language: str) -> Shell:
    """Return a shell that asks no database, for pages that tell of an error."""
    facts = Facts()
    languages = languages_of(language, {code: f"/{code}/" for code in site_languages()}, {})
    return _shell(language, facts, languages=languages)


def _build(request, page) -> Shell:
    language = translation.get_language()
    site = Site.find_for_request(request)
    if site is None:
        return plain_shell(language)
    pages = _pages(site, language, page, getattr(request, "_asked_at", None) or timezone.now())
    root = next((p for p in pages if p.pk == site.root_page_id), None)
    key = root.translation_key if root else None
    homes = {p.locale.language_code: p for p in pages if p.translation_key == key}
    home_urls = {code: home.get_url(request) for code, home in homes.items()}
    same = [p for p in pages if page is not None and p.translation_key == page.translation_key]
    return _shell(
        language,
        facts_for(site, language),
        navigation=_navigation(request, pages, homes.get(language)),
        languages=languages_of(
            language, home_urls, addresses(request, page, same, homes), _untranslated(request, page)
        ),
        legal=_legal(request, pages, language),
        next_change=_next_change(pages[0]) if pages else None,
    )


def _untranslated(request, page):
    """Return what leads to a language that the page is not in; None for what is no page."""
    if page is None or not page.pk or not page.url_path:
        return None
    own = page.get_url(request) or request.path
    rest = request.path.removeprefix(own) if request.path.startswith(own) else ""
    return lambda code: untranslated_address(page.pk, rest, code)


def _shell(language, facts, **rest) -> Shell:
    return Shell(
        language=language,
        dir=direction(language),
        settings=facts,
        home_url=f"/{language}/",
        search_url=reverse("search:search"),
        theme_url=theme_address(facts.accent),
        **rest,
    )


def _next_change(row) -> datetime | None:
    return instants.earliest(getattr(row, name) for name in instants.names())


def _pages(site, language, page, asked_at) -> list[Page]:
    """Return every page that the shell links to, in one query: never one that is not for all."""
    values = {"root": site.root_page_id, "language": language, "asked_at": asked_at}
    return _linked(page is not None, key=page and page.translation_key, **values)


@prepared(root=IntegerField(), language=CharField(), key=UUIDField(), asked_at=DateTimeField())
def _linked(is_page, root, language, key, asked_at):
    """Pages, with columns that have nothing to do with pages and spare a query of their own."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    closed = PageViewRestriction.objects.annotate(at=path).filter(at__startswith=F("page__path"))
    homes = Page.objects.filter(pk=root).values("translation_key")
    wanted = Q(translation_key__in=homes) | Q(
        Q(show_in_menus=True) | Q(standardpage__purpose__in=Purpose.values),
        locale__language_code=language,
    )
    if is_page:
        wanted |= Q(translation_key=key)
    return (
        Page.objects.live()
        .filter(wanted)
        .exclude(Exists(closed))
        .annotate(purpose=F("standardpage__purpose"), **instants.columns(asked_at))
        .select_related("locale")
        .order_by("path")
    )


def _navigation(request, pages, home) -> list[Link]:
    links = [
        _link(request, page.title, page.get_url(request))
        for page in pages
        if home and page.show_in_menus and page.is_child_of(home)
    ]
    hearings, search = reverse("comments:hearings"), reverse("search:search")
    links.append(_link(request, _("Hearings"), hearings, "hearings"))
    links.append(_link(request, _("Search"), search, "search"))
    return links


def _link(request, title, url, name="page") -> Link:
    return Link(title, url, is_current=request.path.startswith(url), name=name)


def _legal(request, pages, language) -> list[Link]:
    found = {p.purpose: p for p in pages if p.purpose and p.locale.language_code == language}
    return [
        _link(request, found[purpose].title, found[purpose].get_url(request), purpose.value)
        for purpose in LEGAL_ORDER
        if purpose in found
    ]
