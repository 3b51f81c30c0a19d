"""The demo's plain text as rich text: paragraphs, lists, bold words and links."""

import re
from collections.abc import Callable

from django.utils.html import escape

BOLD = re.compile(r"\*\*(.+?)\*\*")
LINK = re.compile(r"\[(.+?)\]\((.+?)\)")


def to_html(text: str, address: Callable[[str], str] = str) -> str:
    """Return HTML. A blank line ends a paragraph; lines that begin with "- " are a list.

    `address` turns what stands in a link's brackets into its address.
    """
    html = []
    for part in text.strip().split("\n\n"):
        lines = part.split("\n")
        words = [line for line in lines if not line.startswith("- ")]
        items = [line[2:] for line in lines if line.startswith("- ")]
        if items and not lines[-1].startswith("- "):
            raise ValueError(f"A list must end its paragraph: {part[:60]}")
        if words:
            html.append(f"<p>{_inline(' '.join(words), address)}</p>")
        if items:
            html.append(
                "<ul>" + "".join(f"<li>{_inline(item, address)}</li>" for item in items) + "</ul>"
            )
    return "".join(html)


def _inline(text: str, address) -> str:
    html = BOLD.sub(r"<b>\1</b>", escape(text))
    return LINK.sub(lambda m: f'<a href="{escape(address(m[2]))}">{m[1]}</a>', html)
