"""The text under one heading as labelled pieces: what a passage's fields are made of.

A piece is {"field", "label", "html"}: the name of a field, or "" for the text itself; the label as
the document has it; cleaned HTML.
"""

import re
from html import escape

from .labels import field_of
from .reading.markup import words_of

# The text goes on after one paragraph of these.
SHORT = {"plain", "degree_of_influence", "who_decides"}
IN_FRONT = re.compile(
    r"<p>(?:<b>)?\s*([^<:]{3,60}?)\s*(?:</b>)?\s*:\s*(?:</b>)?\s*(.+)</p>$", re.DOTALL
)
BARE = re.compile(r"<p>(?:<b>)?\s*([^<]{3,60}?)\s*:?\s*(?:</b>)?\s*</p>$")


def pieces_of(parts: list[dict]) -> list[dict]:
    """Return the pieces of a passage's parts in order, its footnotes last, images left out."""
    pieces: list[dict] = []
    field = ""
    for part in parts:
        if part["kind"] == "image":
            continue
        name, label, html = _label(part)
        if part["kind"] == "heading" and not name:
            field = ""  # a heading that is no label ends the field before it
        if name:
            field = name
            pieces.append({"field": field, "label": label, "html": html})
            if html and field in SHORT:
                field = ""
        elif pieces and pieces[-1]["field"] == field:
            pieces[-1]["html"] += html
            field = "" if field in SHORT else field
        else:
            pieces.append({"field": field, "label": "", "html": html})
    notes = [note for part in parts for note in part["notes"]]
    if notes:
        pieces.append({"field": "", "label": "", "html": _notes(notes)})
    return pieces


def _label(part: dict) -> tuple[str, str, str]:
    """Return (field, label, the rest) of a part that begins with a label; else ("", "", its HTML)."""
    html = part["html"]
    if part["kind"] == "heading":
        name = field_of(part["text"])
        return (name, part["text"], "") if name else ("", "", f"<p><b>{html}</b></p>")
    if part["kind"] in {"paragraph", "caption"}:
        bare = BARE.match(html)
        if bare and field_of(bare[1]):
            return field_of(bare[1]), bare[1], ""
        match = IN_FRONT.match(html)
        if match and field_of(match[1]):
            return field_of(match[1]), match[1], f"<p>{match[2]}</p>"
    return "", "", html


def _notes(notes: list[str]) -> str:
    # The numbers stand in the text, so the list needs the same ones and not its own.
    numbered = (note.partition(" ") for note in notes)
    return "".join(f"<p>[{number}] {escape(text)}</p>" for number, _space, text in numbered)


def text_of(pieces: list[dict]) -> str:
    """Return all words of the pieces on one line."""
    return words_of(" ".join(f"{piece['label']} {piece['html']}" for piece in pieces))
