"""A reader who keeps what she read, as browsers and proxies do, and opens every place again and again."""

import json
import re

from django.test import Client
from django.urls import reverse
from django.utils import translation

from search import queue
from tests.factories.comments import wordings_of

CANARY = re.compile(r"kanarie[a-z]+\d+x")
MARKS = re.compile(r"</?mark>")


class Reader:
    """Every public place that could show a hearing's comments."""

    def __init__(self, hearing, page):
        """Read about a hearing on a policy's page."""
        self.hearing, self.client = hearing, Client()
        self.kept: dict[str, tuple[str, str]] = {}
        first = wordings_of(hearing)[0].passage.code
        policy = hearing.edition.policy_id
        with translation.override("da"):
            self.hearing_page = reverse("comments:hearing", args=[hearing.pk])
            self.hearings = reverse("comments:hearings")
            self.passage = page.passage_url(first)
            self.policy = page.url
            self.feeds = [
                reverse("comments:hearing_feed", args=[hearing.pk]),
                reverse("comments:policy_feed", args=[policy]),
                reverse("comments:passage_feed", args=[policy, first]),
            ]
            self.search = reverse("search:search") + "?q=fugle&kind=comments"
        with translation.override("en"):
            self.english = reverse("comments:hearing", args=[hearing.pk])
        self.api = reverse("api:comments")

    def glance(self, allowed: set[str], published, turn: int) -> None:
        """Open what is quickly made, and one other place in turn: pages are slow, and walks are many.

        The index is asked before the worker came by and after it.
        """
        pages = self._pages()
        page = pages[turn % len(pages)]
        before = self._sees_only(allowed, page)
        queue.drain()
        self._sees_only(allowed, page)
        self._sees_only(allowed, self.feeds[turn % len(self.feeds)])
        self._check_api(allowed, published)
        self._check_count(before, page, published)

    def look_everywhere(self, allowed: set[str], published) -> None:
        """Open every place: only `allowed` canaries show, and counts are those of `published`."""
        for turn in range(len(self._pages())):
            self.glance(allowed, published, turn)
        numbers = {comment.number for comment in published}
        for number in self.hearing.comments.values_list("number", flat=True):
            response = self._sees_only(allowed, self._own_page(number))
            assert (response.status_code in (200, 304)) == (number in numbers)

    def _pages(self) -> list[str]:
        hearing = [self.hearing_page, self.english, self.hearings]
        return [self.policy, self.passage, *hearing, self.search]

    def _own_page(self, number) -> str:
        with translation.override("da"):
            return reverse("comments:trace", args=[self.hearing.pk, number])

    def _check_api(self, allowed, published):
        response = self._sees_only(allowed, self.api)
        items = json.loads(self.kept[self.api][1])["items"]
        assert response.status_code in (200, 304)
        assert {item["number"] for item in items} == {comment.number for comment in published}

    def _check_count(self, response, page, published):
        count, context = len(published), response.context
        if page in (self.hearing_page, self.english):
            assert context["thread"].total == count
        if page == self.hearings:
            (row,) = context["rows"]
            assert row["comments"] == count

    def _sees_only(self, allowed, address):
        """Open it and return the answer: she asks if what she kept still holds, and reads that."""
        tag, body = self.kept.get(address, ("", ""))
        response = self.client.get(address, headers={"If-None-Match": tag} if tag else {})
        if response.status_code != 304:
            body = response.content.decode()
            self.kept[address] = (response.get("ETag", ""), body)
        shown = set(CANARY.findall(MARKS.sub("", body)))
        assert shown <= allowed, (address, sorted(shown - allowed))
        return response
