"""The home page of each language, and the pages that stand beside the policy."""

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.utils.module_loading import import_string
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from textblocks.standard import STANDARD_BLOCKS


class HomePage(Page):
    """What the site begins with in one language. Its figures are computed from rows when it is shown."""

    statement = models.TextField(
        _("statement"), blank=True, help_text=_("The large sentence at the top.")
    )
    lead = models.TextField(
        _("lead"), blank=True, help_text=_("Two or three sentences under the statement.")
    )

    content_panels = [*Page.content_panels, FieldPanel("statement"), FieldPanel("lead")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["home.StandardPage", "policy.PolicyPage"]
    template = "home/home_page.html"
    search_fields = [
        *Page.search_fields,
        index.SearchField("statement"),
        index.SearchField("lead"),
    ]

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def route(self, request, path_components):
        """Refuse to answer under another language's address; raise Http404 for what is not there.

        Wagtail falls back to the Danish tree where a language has no home page of its own, so that
        Danish would stand under lang="en".
        """
        if self.locale.language_code != get_language():
            raise Http404
        found = super().route(request, path_components)
        # Spares a page the query for a row that is at hand: children share their home's language.
        if found.page.locale_id == self.locale_id:
            found.page.locale = self.locale
        return found

    def get_context(self, request, *args, **kwargs):
        """Add what the site tells about policy and dialogue, see `home.front`."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, **import_string("home.front.front_context")(self)}


class Purpose(models.TextChoices):
    """What the site needs a page for. The footer, /was and the comment form find it by this."""

    ACCESSIBILITY = "accessibility", _("Accessibility statement")
    PRIVACY = "privacy", _("Privacy notice")
    COMMENT_RULES = "comment_rules", _("Rules for comments")
    MODERATION = "moderation", _("How we handle comments")
    ABOUT = "about", _("About the site")


class StandardPage(Page):
    """A page of text. Its words may hold placeholders that the site settings fill (`home.placeholders`)."""

    introduction = models.TextField(
        _("introduction"), blank=True, help_text=_("Two or three sentences under the title.")
    )
    body = StreamField(STANDARD_BLOCKS, verbose_name=_("text"), blank=True)
    purpose = models.CharField(
        _("purpose"),
        max_length=20,
        choices=Purpose,
        blank=True,
        help_text=_("The site links to the page by its purpose. One page for each purpose."),
    )

    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
        FieldPanel("purpose"),
    ]
    override_translatable_fields = [SynchronizedField("purpose", overridable=False)]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    template = "home/standard_page.html"
    search_fields = [
        *Page.search_fields,
        index.SearchField("introduction"),
        index.SearchField("body"),
    ]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def clean(self):
        """Refuse a second page with the same purpose in the same language."""
        super().clean()
        if not self.purpose:
            return
        others = StandardPage.objects.filter(purpose=self.purpose, locale=self.locale)
        if others.exclude(pk=self.pk).exists():
            raise ValidationError({"purpose": _("Another page has this purpose already.")})

    def get_context(self, request, *args, **kwargs):
        """Add the filled text, see `home.standard`."""
        context = super().get_context(request, *args, **kwargs)
        return {**context, **import_string("home.standard.standard_context")(self, request)}
