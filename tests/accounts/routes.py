"""Every address that the site has, by the name that the table of routes calls it."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from django.apps import apps
from django.urls import URLResolver, get_resolver, reverse
from django.urls.resolvers import RegexPattern
from wagtail.admin.views.bulk_action.registry import bulk_action_registry
from wagtail.contrib.routable_page.models import RoutablePageMixin

BULK = "wagtail_bulk_action"


@dataclass(frozen=True)
class Route:
    """One pattern. An unnamed one is called by its pattern, one of several of a name by both."""

    name: str
    view: str
    parameters: tuple[str, ...] = ()
    is_csrf_exempt: bool = False

    def address(self, fill: Callable[[str], object]) -> str:
        """Return an address; `fill` gives a parameter's value."""
        return reverse(self.view, kwargs={name: fill(name) for name in self.parameters})


def all_routes() -> list[Route]:
    """Return ours, Wagtail's and wagtail-localize's, those inside of pages, and actions on lists."""
    found = list(_walk(get_resolver(), (), ""))
    often = Counter(route.name for route in found)
    named = [
        replace(route, name=f"{route.name}({','.join(route.parameters)})")
        if often[route.name] > 1
        else route
        for route in found
        if route.name != BULK
    ]
    return [*named, *_inside_pages(), *_on_lists()]


def _walk(resolver, spaces: tuple[str, ...], prefix: str) -> Iterator[Route]:
    for entry in resolver.url_patterns:
        pattern = prefix + str(entry.pattern)
        if isinstance(entry, URLResolver):
            inner = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from _walk(entry, inner, pattern)
            continue
        name = ":".join([*spaces, entry.name]) if entry.name else pattern
        is_regular = isinstance(entry.pattern, RegexPattern)
        groups = entry.pattern.regex.groupindex if is_regular else entry.pattern.converters
        is_exempt = bool(getattr(entry.callback, "csrf_exempt", False))
        yield Route(name, name, tuple(groups), is_exempt)


def _inside_pages() -> Iterator[Route]:
    """Addresses that a page answers beneath its own; all are served through `wagtail_serve`."""
    for model in apps.get_models():
        if issubclass(model, RoutablePageMixin):
            for entry in model.get_subpage_urls():
                yield Route(f"{model._meta.label}:{entry.name}", entry.name)


def _on_lists() -> Iterator[Route]:
    """Actions on many rows at once: one pattern for all, so each action counts as a route."""
    for model in apps.get_models():
        label = model._meta.label_lower
        for action in bulk_action_registry.get_bulk_actions_for_model(*label.split(".")):
            yield Route(f"bulk {label} {action.action_type}", BULK)
