"""A standard page as it is shown.

`home/standard_page.html` gets, beside Wagtail's `page`, all as safe HTML with placeholders filled:

introduction    the paragraph under the title
blocks          [{kind: "heading" | "paragraph", html, anchor (headings), language}] in their order;
                `language` is a code where the words are not in the page's
marks           what is still Danish (`home.marking`)
is_machine_made whether a machine translated words that no person has read
changed_on      the day since which the translation lacks a change, or None
"""

from django.utils.safestring import mark_safe
from wagtail.rich_text import expand_db_html

from policy.danish import slug_of
from policy.source import is_source_page
from translation.behind import changed_on
from translation.machine import is_live_text_unread

from .marking import marks_of
from .placeholders import fill, values_of
from .shell import shell_for


def standard_context(page, request) -> dict:
    """Return the context; the settings are those that the shell has read already."""
    values = values_of(shell_for(request, page).settings)
    marks = marks_of(page, "introduction")
    return {
        "introduction": fill(page.introduction, values),
        "blocks": [
            {**_block(block, number, values), "language": marks.language_of(block.id)}
            for number, block in enumerate(page.body, 1)
        ],
        "marks": marks,
        "is_machine_made": is_live_text_unread(page),
        "changed_on": None if is_source_page(page) else changed_on(page),
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
