"""The blocks of a page of plain text."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .richtext import SimpleRichTextBlock


class SectionHeadingBlock(blocks.CharBlock):
    """A heading of the second level: the page's title is the first."""

    class Meta:
        icon = "title"
        label = _("Heading")
        description = _("Begins a section of the page.")
        preview_value = _("Your rights")
        preview_template = "textblocks/previews/heading.html"


class ParagraphBlock(SimpleRichTextBlock):
    """Running text with lists and links."""

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        description = _("Paragraphs, lists, emphasis and links.")
        preview_value = _("<p>We answer within a month.</p>")
        preview_template = "textblocks/previews/paragraph.html"


STANDARD_BLOCKS = [
    ("heading", SectionHeadingBlock(max_length=255)),
    ("paragraph", ParagraphBlock()),
]
