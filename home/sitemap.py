"""What the sitemap lists: public pages, editions and passages, each in the languages it has."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from wagtail.models import Page

from policy.models import Edition, Passage, PolicyPage, Wording

LIMIT = 50_000  # addresses in one file, by the protocol


@dataclass(frozen=True)
class Entry:
    """One address and the same thing's addresses in all languages: {code: url}."""

    url: str
    alternates: dict[str, str]


def sitemap_entries() -> list[Entry]:
    """Return all entries. Queries: a fixed number, and one for each policy."""
    editions = list(Edition.objects.public().newest_first())
    readable = {edition.policy_id for edition in editions}
    policies = _by_key(
        PolicyPage.objects.live()
        .public()
        .filter(translation_key__in=readable)
        .select_related("locale")
    )
    pages = Page.objects.live().public().filter(depth__gt=1).not_type(PolicyPage)
    groups = [_addresses(group) for group in _by_key(pages.select_related("locale")).values()]
    for key, group in policies.items():
        bases = _addresses(group)
        groups.append(bases)
        groups += [
            {code: base + _in_language(group[code], code, subpath) for code, base in bases.items()}
            for subpath in _subpages(key, editions)
        ]
    return _entries(groups)[:LIMIT]


def _subpages(key, editions):
    """Return [(route name, argument)] of a policy's public editions and passages."""
    public = Wording.objects.public().of_policy(key).values("passage")
    codes = Passage.objects.filter(pk__in=public).order_by("pk").values_list("code", flat=True)
    found = [("edition", edition.key) for edition in editions if edition.policy_id == key]
    return found + [("passage", code) for code in codes]


def _addresses(group) -> dict[str, str]:
    return {code: page.url for code, page in group.items() if page.url}


def _in_language(page, code, subpath) -> str:
    name, argument = subpath
    with translation.override(code):
        return page.reverse_subpage(name, args=[argument])


def _by_key(pages) -> dict:
    groups: dict = {}
    for page in pages:
        groups.setdefault(page.translation_key, {})[page.locale.language_code] = page
    return groups


def _entries(groups) -> list[Entry]:
    entries = []
    for group in groups:
        absolute = {code: settings.BASE_URL + url for code, url in group.items()}
        entries.extend(Entry(url, absolute) for url in absolute.values())
    return entries
