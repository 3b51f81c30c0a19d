"""A standard page as it is shown.

`home/standard_page.html` gets, beside Wagtail's `page`, all as safe HTML with placeholders filled:

introduction    the paragraph under the title
blocks          [{kind: "heading" | "paragraph", html, anchor (headings)}] in their order
"""

from django.utils.safestring import mark_safe
from wagtail.rich_text import expand_db_html

from policy.danish import slug_of

from .placeholders import fill, values_of
from .shell import shell_for


def standard_context(page, request) -> dict:
    """Return the context; the settings are those that the shell has read already."""
    values = values_of(shell_for(request, page).settings)
    return {
        "introduction": fill(page.introduction, values),
        "blocks": [_block(block, number, values) for number, block in enumerate(page.body, 1)],
    }


def _block(block, number: int, values) -> dict:
    if block.block_type == "heading":
        anchor = slug_of(block.value) or "section"
        return {
            "kind": "heading",
            "html": fill(block.value, values),
            "anchor": f"{anchor}-{number}",
        }
    # What an editor may write in rich text is limited by its features, and cleaned when saved.
    html = mark_safe(expand_db_html(block.value.source))  # noqa: S308  # nosec B308 B703
    return {"kind": "paragraph", "html": fill(html, values)}
