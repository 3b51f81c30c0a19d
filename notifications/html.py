"""The HTML part of a mail: the same words, with addresses as links. No picture, no script, no tracking."""

import re

from django.utils.html import escape

ADDRESS = re.compile(r"https?://[^\s<>\"']+[^\s<>\"'.,:;!?)]")


def html_of(text: str, language: str) -> str:
    """Return the text as a small HTML page; what it says is escaped, an address leads where it says."""
    paragraphs = "\n".join(f"<p>{_linked(p)}</p>" for p in text.strip().split("\n\n"))
    direction = "rtl" if language.split("-")[0] in {"ar", "fa", "he", "ur"} else "ltr"
    return (
        f'<!doctype html>\n<html lang="{escape(language)}" dir="{direction}">'
        '<head><meta charset="utf-8"></head>\n'
        '<body style="font-family:sans-serif;line-height:1.5;max-width:36em">\n'
        f"{paragraphs}\n</body></html>\n"
    )


def _linked(paragraph: str) -> str:
    pieces, end = [], 0
    for found in ADDRESS.finditer(paragraph):
        address = escape(found[0])
        pieces += [_lines(paragraph[end : found.start()]), f'<a href="{address}">{address}</a>']
        end = found.end()
    return "".join([*pieces, _lines(paragraph[end:])])


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>\n")
