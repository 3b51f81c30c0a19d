"""The working text, shown to its editor as an edition would be shown."""

from django.template.response import TemplateResponse

from policy.freezing import freeze_body
from policy.reading.links import page_addresses, page_keys
from policy.reading.shape import ReadPassage, chapters_of


def preview(request, page):
    """Show a draft to its editor as an edition would show it. Never in search, API or feed."""
    blocks = freeze_body(page.body)
    passages = [ReadPassage(b.block_id[:8], b.kind, b.number, b.value) for b in blocks]
    keys = page_keys(block.value for block in blocks)
    context = {
        "page": page,
        "title": page.title,
        "introduction": page.introduction,
        "chapters": chapters_of(passages),
        "addresses": page_addresses(keys, page.locale_id),
        "is_preview": True,
        "text_language": page.locale.language_code,
    }
    return TemplateResponse(request, "policy/edition.html", context)
