"""Which policies are public, and where citizens read them: absolute addresses in every language."""

from dataclasses import dataclass, field
from urllib.parse import urljoin

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from policy.locales import site_languages
from policy.models import Edition, Policy, PolicyPage

ANY = "code"


def absolute(address: str) -> str:
    """Return an address of this site with its scheme and host, as the settings name them."""
    return urljoin(settings.BASE_URL, address)


def api_url(name: str, *args) -> str:
    return absolute(reverse(f"api:{name}", args=args))


def open_pages():
    """Pages of policies that everybody may see, as part of a query: live, and behind no password."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    closed = PageViewRestriction.objects.annotate(at=path).filter(
        Q(at__startswith=F("page__path")) | Q(at__startswith=F("page__aliases__path"))
    )
    return PolicyPage.objects.live().filter(~Exists(closed))


def open_policies():
    """Policies with something to read: a page that everybody may see, and a public edition."""
    of_this = {"translation_key": OuterRef("pk")}
    return Policy.objects.filter(
        Exists(open_pages().filter(**of_this)),
        Exists(Edition.objects.public().filter(policy=OuterRef("pk"))),
    )


@dataclass
class Places:
    """Where a policy is read, by language: {code: page}."""

    pages: dict[str, PolicyPage]
    _around: dict = field(default_factory=dict)

    def policy(self) -> list[dict]:
        return [{"lang": code, "url": absolute(page.url)} for code, page in self.pages.items()]

    def edition(self, key: str) -> list[dict]:
        return self._below("edition", key)

    def passage(self, code: str) -> list[dict]:
        return self._below("passage", code)

    def _below(self, name: str, argument: str) -> list[dict]:
        # Reversed once for a whole list: the argument is all that differs.
        if name not in self._around:
            self._around[name] = [self._split(name, code) for code in self.pages]
        around = self._around[name]
        return [{"lang": code, "url": f"{start}{argument}{end}"} for code, start, end in around]

    def _split(self, name: str, code: str) -> tuple[str, str, str]:
        page = self.pages[code]
        with translation.override(code):
            address = absolute(page.url) + page.reverse_subpage(name, args=[ANY])
        start, _any, end = address.rpartition(ANY)
        return code, start, end


def places_of(policy_ids) -> dict:
    """Return {policy id: Places}, in one query."""
    pages = open_pages().filter(translation_key__in=set(policy_ids)).select_related("locale")
    pages = pages.defer("body", "introduction")
    found: dict = {}
    for page in pages.order_by("locale__language_code"):
        found.setdefault(page.translation_key, {})[page.locale.language_code] = page
    return {policy_id: Places(by_language) for policy_id, by_language in found.items()}


def hearing_places(hearing_id: int) -> list[dict]:
    """Return where a hearing is read, in every language of the site."""
    return _in_every_language("comments:hearing", hearing_id)


def comment_places(hearing_id: int, number: int) -> list[dict]:
    """Return where a comment is read, in every language of the site: addresses that stay."""
    return _in_every_language("comments:trace", hearing_id, number)


def _in_every_language(name: str, *args) -> list[dict]:
    found = []
    for code in site_languages():
        with translation.override(code):
            url = absolute(reverse(name, args=args))
        found.append({"lang": code, "url": url})
    return found
