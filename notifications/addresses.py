"""Where comments and passages are found, for mails and search results."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import translation

from comments.reading.places import hearing_url
from comments.threads import address_in_thread
from policy.models import PolicyPage


class PolicyPages:
    """The live page of each policy, in the reader's language where there is one. One query."""

    def __init__(self, language: str, policies: Iterable | None = None):
        """`policies`: ids, or None for all that there are."""
        self.language = language
        pages = PolicyPage.objects.live().public().select_related("locale")
        if policies is not None:
            pages = pages.filter(translation_key__in=set(policies))
        liked = {settings.LANGUAGE_CODE: 1, language: 2}
        ordered = sorted(
            pages.defer("body"), key=lambda page: liked.get(page.locale.language_code, 0)
        )
        self._pages = {page.translation_key: page for page in ordered}

    @property
    def policies(self) -> list:
        """The ids of the policies that have a page."""
        return list(self._pages)

    @property
    def titles(self) -> dict[str, str]:
        """The titles of these pages, by the id of their policy as text."""
        return {str(policy): page.title for policy, page in self._pages.items()}

    @property
    def links(self) -> list[tuple[str, str]]:
        """The pages as (title, address)."""
        return [(page.title, page.url) for page in self._pages.values()]

    def passage(self, policy_id, code: str) -> str:
        """Return the passage's address, or an empty string when its policy has no live page."""
        page = self._pages.get(policy_id)
        if page is None:
            return ""
        with translation.override(page.locale.language_code):
            return page.passage_url(code)

    def edition(self, edition) -> str:
        """Return the edition's address, or an empty string when its policy has no live page."""
        page = self._pages.get(edition.policy_id)
        if page is None:
            return ""
        with translation.override(page.locale.language_code):
            return page.edition_url(edition)

    def comment(self, comment, page: int = 1) -> str:
        """Return where a public comment stands; its passage and hearing must be loaded.

        `page`: of its thread, from `comments.threads.pages_of`.
        """
        place = self.passage(comment.policy_id, comment.passage.code) if comment.passage else ""
        if not place:
            with translation.override(self.language):
                place = hearing_url(comment.hearing)
        return address_in_thread(place, comment.number, page)
