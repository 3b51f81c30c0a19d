"""The elements of a clean tree as parts, in reading order. Footnotes stand after their paragraph."""

import re

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from .markup import rich, words_of
from .tables import table_as_list

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = {"ul", "ol"}
PARAGRAPHS = {"p", "blockquote", "dt", "dd", "pre", "figcaption"}
NOTE = re.compile(r"#n-((?:foot|end)note-\d+)$")
# The bookmark that an edition's own file has at each passage.
CODE = re.compile(r"n-p_([a-z0-9]{6,8})$")
NOTE_ID = re.compile(r"n-((?:foot|end)note-\d+)$")


def parts_of(body: BeautifulSoup | Tag) -> list[dict]:
    """Return the parts; the tree is used up by it."""
    notes = _take_notes(body)
    parts: list[dict] = []
    loose: list[str] = []
    for child in list(body.children):
        if isinstance(child, Tag) and child.name not in {"b", "i", "a", "br", "strong", "em"}:
            _flush(loose, parts)
            parts.extend(_parts_of_element(child))
        elif isinstance(child, (Tag, NavigableString)):
            loose.append(str(child))
    _flush(loose, parts)
    for part in parts:
        part["notes"] = [notes[key] for key in part.pop("note_keys", []) if key in notes]
    return [part for part in parts if part["text"] or part["kind"] == "image"]


def _flush(loose: list[str], parts: list[dict]) -> None:
    """Make a paragraph of words that stand outside every element."""
    html = "".join(loose).strip()
    loose.clear()
    if html:
        parts.append(_part("paragraph", rich(f"<p>{html}</p>")))


def _parts_of_element(element: Tag) -> list[dict]:
    keys = _mark_notes(element)
    images = [_image(image.extract()) for image in element.find_all("img")]
    if element.name == "img":
        return [_image(element)]
    made = _made_of(element)
    if made and keys:
        made[-1]["note_keys"] = keys
    return made + images


def _made_of(element: Tag) -> list[dict]:
    name = element.name
    if name in HEADINGS:
        part = _part("heading", rich(element.decode_contents()))
        is_title = "title" in element.get("class", [])
        level = 0 if is_title else HEADINGS[name]
        return [{**part, "level": level, "code": _code(element)}]
    if name in LISTS:
        return [_part("list", rich(str(element)))]
    if name == "table":
        return [_part("table", table_as_list(element))]
    if name == "blockquote" and element.find("p"):
        return [part for child in element.find_all("p") for part in _made_of(child)]
    if name in PARAGRAPHS:
        is_caption = name == "figcaption" or "caption" in element.get("class", [])
        part = _part("caption" if is_caption else "paragraph", f"<p>{_inline(element)}</p>")
        return [{**part, "bold": _is_bold(element)}]
    return parts_of(element)


def _code(heading: Tag) -> str:
    mark = heading.find("a", id=CODE)
    return CODE.match(mark["id"])[1] if mark else ""


def _part(kind: str, html: str) -> dict:
    return {"kind": kind, "html": html, "text": words_of(html)}


def _inline(element: Tag) -> str:
    return rich(re.sub(r"</?(?:p|h\d)\b[^>]*>", "", element.decode_contents()))


def _image(image: Tag) -> dict:
    source = str(image.get("src") or "")
    key = source.removeprefix("image:") if source.startswith("image:") else ""
    alt = " ".join(str(image.get("alt") or "").split())
    return {"kind": "image", "html": "", "text": "", "image": key, "alt": alt}


def _is_bold(element: Tag) -> bool:
    words = "".join(element.get_text().split())
    bold = "".join("".join(b.get_text().split()) for b in element.find_all(["b", "strong"]))
    return bool(words) and bold == words


def _take_notes(body) -> dict[str, str]:
    """Take the list of footnotes out of the tree; return {key: its number and text}."""
    notes = {}
    for number, item in enumerate(body.find_all("li", id=NOTE_ID), 1):
        for back in item.find_all("a", href=re.compile(r"^#")):
            back.decompose()
        text = " ".join(item.get_text().split())
        notes[NOTE_ID.match(item["id"])[1]] = f"{number} {text}"
        parent = item.parent
        item.decompose()
        if parent.name == "ol" and not parent.find("li"):
            parent.decompose()
    return notes


def _mark_notes(element: Tag) -> list[str]:
    """Turn links to footnotes into their marks "[1]"; return the notes' keys in order."""
    keys = []
    for link in element.find_all("a", href=NOTE):
        keys.append(NOTE.match(link["href"])[1])
        link.replace_with(f" {link.get_text()}")
    return keys
