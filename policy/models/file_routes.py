"""Addresses of files under a policy page: they end in a file's name and not in a slash."""

from django.utils.translation import pgettext_lazy
from wagtail.contrib.routable_page.models import path

FILE_ROUTES = ("edition_pdf", "edition_docx", "edition_txt", "edition_paper")


class FileRoutes:
    """To stand before `RoutablePageMixin`, which adds a slash to whatever it routes."""

    @path(pgettext_lazy("address", "editions/<slug:key>/text.pdf"), name="edition_pdf")
    def edition_pdf(self, request, key):
        """One edition as a tagged PDF."""
        return self.show("edition_file", request, key, "pdf")

    @path(pgettext_lazy("address", "editions/<slug:key>/text.docx"), name="edition_docx")
    def edition_docx(self, request, key):
        """One edition for a word processor."""
        return self.show("edition_file", request, key, "docx")

    @path(pgettext_lazy("address", "editions/<slug:key>/text.txt"), name="edition_txt")
    def edition_txt(self, request, key):
        """One edition as plain text."""
        return self.show("edition_file", request, key, "txt")

    @path(pgettext_lazy("address", "editions/<slug:key>/paper.pdf"), name="edition_paper")
    def edition_paper(self, request, key):
        """One edition to lay on a counter, with room for notes and a form."""
        return self.show("edition_file", request, key, "paper")

    def resolve_subpage(self, path):
        """Take off the slash that was added after the name of a file."""
        last = path.rstrip("/").rpartition("/")[2]
        return super().resolve_subpage(path.rstrip("/") if "." in last else path)

    def file_url(self, edition, kind: str) -> str:
        """Return the address of a file; `kind` is "pdf", "docx", "txt" or "paper"."""
        return self.url + self.reverse_subpage(f"edition_{kind}", args=[edition.key])

    def file_paths(self, editions) -> list[str]:
        """Return every file's path under the page."""
        return [
            self.reverse_subpage(route, args=[edition.key])
            for edition in editions
            for route in FILE_ROUTES
        ]
