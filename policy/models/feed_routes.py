"""The address of the feed under a policy page."""

from django.utils.translation import pgettext_lazy
from wagtail.contrib.routable_page.models import path


class FeedRoutes:
    """To stand before `RoutablePageMixin`."""

    @path(pgettext_lazy("address", "editions.atom"), name="feed")
    def feed(self, request):
        """The public editions for feed readers, newest first."""
        return self.show("feed", request)

    def feed_url(self) -> str:
        return self.url + self.reverse_subpage("feed")
