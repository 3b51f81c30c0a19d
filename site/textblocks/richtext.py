"""Rich text with only the features that a policy needs: the less markup, the less to go wrong."""

from wagtail.blocks import RichTextBlock

FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class SimpleRichTextBlock(RichTextBlock):
    """Paragraphs, lists, emphasis and links. No headings: those are passages of their own."""

    def __init__(self, **kwargs):
        super().__init__(features=FEATURES, **kwargs)
