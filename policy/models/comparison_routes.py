"""Addresses of comparisons under a policy page."""

from django.utils.translation import pgettext_lazy
from wagtail.contrib.routable_page.models import path


class ComparisonRoutes:
    """To stand before `RoutablePageMixin`. A comparison's address names the older edition first."""

    @path(pgettext_lazy("address", "compare/"), name="compare")
    def compare(self, request):
        """Choose two editions to compare."""
        return self.show("compare", request)

    @path(pgettext_lazy("address", "compare/<slug:old>/<slug:new>/"), name="comparison")
    def comparison(self, request, old, new):
        """Two editions against each other, at an address that lasts."""
        return self.show("comparison", request, old, new)

    def compare_url(self) -> str:
        return self.url + self.reverse_subpage("compare")

    def comparison_url(self, old: str, new: str) -> str:
        """Return the address of the comparison of the editions with these keys."""
        return self.url + self.reverse_subpage("comparison", args=[old, new])

    def comparison_paths(self, editions) -> list[str]:
        """Return the paths that lead anywhere: the choice, and each edition with the one before it."""
        keys = [edition.key for edition in editions.order_by("frozen_at", "pk")]
        pairs = zip(keys, keys[1:], strict=False)
        return [
            self.reverse_subpage("compare"),
            *(self.reverse_subpage("comparison", args=pair) for pair in pairs),
        ]
