"""Where things are, from the dialogue's side: addresses of passages, editions and forms."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, UUIDField
from django.http import Http404
from django.urls import reverse
from django.utils import translation
from wagtail.models import PageViewRestriction

from comments.reading.interrupted import may_go_on
from policy.models import PolicyPage, Wording
from policy.reading.prepared import prepared

ANY_CODE = "code"


@dataclass(frozen=True)
class Places:
    """Addresses in a policy, by the page that readers of this language have of it."""

    page: PolicyPage

    def passage(self, code: str) -> str:
        before, after = self._around_passage
        return f"{before}{code}{after}"

    def edition(self, edition) -> str:
        before, after = self._around_edition
        return f"{before}{edition.key}{after}"

    def comparison(self, old, new) -> str:
        """Return the address of what changed from the edition `old` to the edition `new`."""
        with translation.override(self.page.locale.language_code):
            return self.page.comparison_url(old.key, new.key)

    @cached_property
    def _around_passage(self) -> tuple[str, str]:
        return self._around("passage", ANY_CODE)

    @cached_property
    def _around_edition(self) -> tuple[str, str]:
        return self._around("edition", ANY_CODE)

    def _around(self, name: str, placeholder: str) -> tuple[str, str]:
        """Return what stands before and after the last part of an address; asked once for a page."""
        # The page's own language, which is Danish where it is not translated.
        with translation.override(self.page.locale.language_code):
            address = self.page.url + self.page.reverse_subpage(name, args=[placeholder])
        before, _placeholder, after = address.rpartition(placeholder)
        return before, after


def places_for(policy_id) -> Places:
    """Return the addresses by the policy's live page, in the reader's language or else in Danish.

    Raises `Http404` when it has none that everybody may see: then nothing about it is public.
    """
    language = translation.get_language()
    pages = _pages(policy=policy_id, language=language)
    found = {p.locale.language_code: p for p in pages}
    for code in (language, settings.LANGUAGE_CODE):
        if code in found:
            return Places(found[code])
    raise Http404


@prepared(policy=UUIDField(), language=CharField())
def _pages(policy, language):
    pages = PolicyPage.objects.live().filter(
        ~Exists(_restrictions()),
        Q(locale__language_code=language) | Q(locale__language_code=settings.LANGUAGE_CODE),
        translation_key=policy,
    )
    # The body is the editor's: what the public reads is the edition's text.
    return pages.select_related("locale").defer("body")


def public_policies():
    """Return the ids of the policies whose live page everybody may see, as a subquery."""
    pages = PolicyPage.objects.live().filter(~Exists(_restrictions()))
    return pages.values("translation_key")


def _restrictions():
    """What closes a page, or one above it, to the public: part of the same query."""
    path = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    return PageViewRestriction.objects.annotate(at=path).filter(at__startswith=F("page__path"))


def hearing_url(hearing) -> str:
    return reverse("comments:hearing", args=[hearing.pk])


def result_url(hearing, *, is_paused: bool | None = None) -> str:
    """Return the address of what came of a hearing; empty while it is open, may go on, or has no end.

    One query after it has closed, unless the caller knows if it is paused: interrupted, and may go on.
    """
    if hearing.is_standing or not hearing.is_closed():
        return ""
    if may_go_on(hearing) if is_paused is None else is_paused:
        return ""
    return reverse("comments:result", args=[hearing.pk])


def form_url(hearing, code: str = "") -> str:
    """Return the address of the form about a passage, or about the whole text without a code."""
    if code:
        return reverse("comments:form", args=[hearing.pk, code])
    return reverse("comments:form_whole", args=[hearing.pk])


def form_url_around(hearing) -> tuple[str, str]:
    """Return what stands before and after a passage's code in the address of its form.

    Reversed once for a page of fifty passages: the code is all that differs.
    """
    before, _code, after = form_url(hearing, ANY_CODE).rpartition(ANY_CODE)
    return before, after


def wordings_by_passage(passage_ids, edition_ids, language) -> dict[tuple[int, int], Wording]:
    """Return {(edition, passage): wording} in a language, or in Danish where there is no other."""
    wordings = (
        Wording.objects.filter(
            passage__in=passage_ids,
            edition_text__edition__in=edition_ids,
            edition_text__locale__language_code__in=[language, settings.LANGUAGE_CODE],
        )
        .select_related("passage", "edition_text__locale")
        .defer("edition_text__content", "text", "plain_language", "value")
    )
    found = {}
    for wording in wordings:
        key = (wording.edition_text.edition_id, wording.passage_id)
        if key not in found or wording.edition_text.locale.language_code == language:
            found[key] = wording
    return found
