"""The workbench of a policy. Its public addresses show frozen editions and never the page's own body."""

from django.conf import settings
from django.db import models
from django.utils import translation
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

from policy.blocks import PASSAGES
from policy.panels import EmptyTextPanel, NotesPanel
from policy.reading.memory import Memory

from .comparison_routes import ComparisonRoutes
from .edition import Edition
from .feed_routes import FeedRoutes
from .file_routes import FileRoutes
from .passage import Passage

_subpages = Memory(most=2_000)


class PolicyPageQuerySet(PageQuerySet):
    def in_source_language(self):
        return self.filter(locale__language_code=settings.LANGUAGE_CODE)


class PolicyPage(ComparisonRoutes, FeedRoutes, FileRoutes, RoutablePageMixin, Page):
    """The working text. Publishing readies it for translation; adopting it makes an edition public."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("Two or three sentences under the title.")
    )
    body = StreamField(PASSAGES, verbose_name=_("passages"), blank=True)

    objects = PageManager.from_queryset(PolicyPageQuerySet)()

    content_panels = [
        NotesPanel(),
        *Page.content_panels,
        FieldPanel("introduction"),
        EmptyTextPanel(template="policy/admin/import_hint.html"),
        FieldPanel("body"),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    # The body is never searched: the wordings of editions are.
    search_fields = Page.search_fields

    class Meta:
        verbose_name = _("policy page")
        verbose_name_plural = _("policy pages")

    @path("")
    def in_force(self, request):
        """The edition in force now, at the policy's own address."""
        return self.show("edition_in_force", request)

    @path(pgettext_lazy("address", "editions/"), name="editions")
    def editions(self, request):
        """All public editions, newest first."""
        return self.show("editions", request)

    @path(pgettext_lazy("address", "editions/<slug:key>/"), name="edition")
    def edition(self, request, key):
        """One edition at the address that it keeps for ever."""
        return self.show("edition", request, key)

    @path(pgettext_lazy("address", "passages/<slug:code>/"), name="passage")
    def passage(self, request, code):
        """One passage: what it says now, its earlier wordings, and the dialogue about it."""
        return self.show("passage", request, code)

    @path(pgettext_lazy("address", "questions/"), name="questions")
    def questions(self, request):
        """How the edition in force answers the eight questions."""
        return self.show("questions", request)

    @path(pgettext_lazy("address", "editions/<slug:key>/questions/"), name="edition_questions")
    def edition_questions(self, request, key):
        """How one edition answers them."""
        return self.show("edition_questions", request, key)

    @path(pgettext_lazy("address", "words/"), name="words")
    def words(self, request):
        """The words that the edition in force explains."""
        return self.show("words", request)

    @path(pgettext_lazy("address", "promises/"), name="promises")
    def promises(self, request):
        """What the edition in force promises, and how it has gone."""
        return self.show("promises", request)

    def serve_preview(self, request, mode_name):
        """Show the draft through the same freezing and templates that an edition is shown through."""
        return self.show("preview", request)

    def show(self, name: str, request, *args):
        """Call the view of this name. Looked up by name, since views read models and not the reverse."""
        view = import_string(f"policy.views.{name}")
        return view(request, self, *args)

    def get_view_restrictions(self):
        """Return what Wagtail's own method does, in one query: by path, aliases by their source.

        In none where the page was selected with the answer, `is_restricted`, that there are none.
        """
        if not getattr(self, "is_restricted", True):
            return PageViewRestriction.objects.none()
        paths = [self.path[:end] for end in range(self.steplen, len(self.path) + 1, self.steplen)]
        return PageViewRestriction.objects.filter(
            models.Q(page__path__in=paths) | models.Q(page__aliases__path__in=paths)
        )

    def get_route_paths(self):
        """Tell Wagtail's redirects every address under the page, so that a move breaks no link."""
        editions = Edition.objects.of(self.translation_key).public()
        passages = Passage.objects.filter(policy=self.translation_key).values_list(
            "code", flat=True
        )
        with translation.override(self.locale.language_code):
            return [
                "/",
                "/" + self.reverse_subpage("editions"),
                *("/" + self.reverse_subpage("edition", args=[e.key]) for e in editions),
                *("/" + file for file in self.file_paths(editions)),
                "/" + self.reverse_subpage("feed"),
                "/" + self.reverse_subpage("questions"),
                "/" + self.reverse_subpage("words"),
                "/" + self.reverse_subpage("promises"),
                *("/" + self.reverse_subpage("edition_questions", args=[e.key]) for e in editions),
                *("/" + path for path in self.comparison_paths(editions)),
                *("/" + self.reverse_subpage("passage", args=[code]) for code in passages),
            ]

    def reverse_subpage(self, name, args=None, kwargs=None) -> str:
        """Return what Wagtail's own method does, kept: addresses follow from the language alone."""
        key = (name, *(args or ()), *(kwargs or {}).items())
        return _subpages.get(
            (type(self), translation.get_language(), key),
            lambda: super(PolicyPage, self).reverse_subpage(name, args, kwargs),
        )

    @property
    def url(self):
        """Return Wagtail's own, worked out once: every address on a page begins with it."""
        if getattr(self, "_url", ("", ""))[0] != self.url_path:
            self._url = (self.url_path, self.get_url())
        return self._url[1]

    def edition_url(self, edition) -> str:
        return self.url + self.reverse_subpage("edition", args=[edition.key])

    def editions_url(self) -> str:
        return self.url + self.reverse_subpage("editions")

    def passage_url(self, code: str) -> str:
        return self.url + self.reverse_subpage("passage", args=[code])

    def questions_url(self) -> str:
        return self.url + self.reverse_subpage("questions")

    def promises_url(self) -> str:
        return self.url + self.reverse_subpage("promises")

    def words_url(self) -> str:
        return self.url + self.reverse_subpage("words")
