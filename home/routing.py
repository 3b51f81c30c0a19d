"""Finds the page of an address with few and cheap queries, where a site is as most are.

Wagtail asks for the site, the language, the home page and each page below it one by one, with the
whole draft of a policy, which no reader gets to see. What is found here is what Wagtail itself
would find; where there is any doubt (several sites, no home page in the language) it is left to it.
"""

from django.db.models import (
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    UUIDField,
)
from django.http import Http404
from django.utils.translation import get_language
from wagtail.models import PageViewRestriction, Site
from wagtail.views import serve

from policy.models import PolicyPage
from policy.reading.prepared import prepared

from .models import HomePage


class Routing:
    """Middleware: leave the page on the request, where Wagtail's view looks for it first."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if view is not serve:
            return
        site = only_site()
        home = site and home_in(site, get_language())
        if home:
            parts = [part for part in args[0].split("/") if part]
            request._wagtail_site = site
            request._wagtail_route_for_request = route(request, home, parts)


def only_site() -> Site | None:
    """Return the site where there is but one, for every host; else None."""
    sites = _sites()
    return sites[0] if len(sites) == 1 and sites[0].is_default_site else None


def home_in(site: Site, language: str) -> HomePage | None:
    """Return the site's home page in a language, if it is published."""
    return next(iter(_home(key=site.root_page.translation_key, language=language)), None)


def route(request, home: HomePage, parts: list[str]):
    """Return what an address below the home page leads to, as Wagtail's `route` does; None for nothing."""
    try:
        policy = policy_below(home, parts[0]) if parts else None
        return policy.route(request, parts[1:]) if policy else home.route(request, parts)
    except Http404:
        return None


def policy_below(home: HomePage, slug: str) -> PolicyPage | None:
    """Return the policy of this name below a home page, without the text that is worked on."""
    first, last = home._get_children_path_interval(home.path)
    for policy in _policy(first=first, last=last, depth=home.depth + 1, slug=slug):
        policy._cached_parent_obj = home
        # Spares a query for a row that is at hand: children share their home's language.
        if policy.locale_id == home.locale_id:
            policy.locale = home.locale
        return policy
    return None


@prepared()
def _sites():
    return Site.objects.select_related("root_page")[:2]


@prepared(key=UUIDField(), language=CharField())
def _home(key, language):
    homes = HomePage.objects.live().filter(translation_key=key, locale__language_code=language)
    return homes.select_related("locale")[:1]


@prepared(first=CharField(), last=CharField(), depth=IntegerField(), slug=CharField())
def _policy(first, last, depth, slug):
    """`is_restricted` is what `PolicyPage.get_view_restrictions` would find out in a query of its own."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    restrictions = PageViewRestriction.objects.annotate(at=path).filter(
        Q(at__startswith=F("page__path")) | Q(at__startswith=F("page__aliases__path"))
    )
    policies = PolicyPage.objects.filter(depth=depth, path__range=(first, last), slug=slug)
    return policies.annotate(is_restricted=Exists(restrictions)).defer("body")[:1]
