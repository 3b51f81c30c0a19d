"""Parts of a document -> rows: one for each passage-to-be, with a kind that its headings suggest.

A row is {"n", "kind", "heading", "pieces", "image", "alt", "excerpt", "first", "last", "ground",
"sure", "code"}: `n` is its place in the document, counted from 1 and kept through all corrections; `first`
and `last` are the numbers of its paragraphs; `ground` is a code that `sentences` puts in words.
"""

from dataclasses import dataclass, field

from policy.kinds import PassageKind

from .labels import field_of, normal, numbered_kind, section_kind
from .pieces import pieces_of, text_of

INTRODUCTION = "introduction"  # a row that becomes no passage but the page's introduction
EXCERPT = 400  # characters
CONTENTS = {"indhold", "indholdsfortegnelse", "contents", "table of contents"}
LEAD = 300
LONGEST_INTRODUCTION = 700


@dataclass
class Section:
    """A heading (None before the first) with the parts under it; `first` numbers them."""

    first: int
    heading: dict | None = None
    parts: list[dict] = field(default_factory=list)

    @property
    def level(self) -> int:
        return self.heading["level"] if self.heading else 99

    @property
    def name(self) -> str:
        return self.heading["text"] if self.heading else ""

    @property
    def words(self) -> list[dict]:
        captions = {id(part) for part in _captions_of_images(self.parts)}
        return [p for p in self.parts if p["kind"] != "image" and id(p) not in captions]


def rows_of(parts: list[dict]) -> tuple[str, list[dict]]:
    """Return (the document's title or "", its rows)."""
    guessed = _guess_headings(parts)
    title, sections = _sections(parts)
    rows = Rows(guessed)
    for index, section in enumerate(sections):
        following = sections[index + 1] if index + 1 < len(sections) else None
        rows.take(section, has_under=bool(following and following.level > section.level))
    return title, rows.made


class Rows:
    """The rows made so far, and the chapter that the next ones stand in."""

    def __init__(self, guessed: bool):
        self.made: list[dict] = []
        self.kind: PassageKind | None = None
        self.chapter_level = 0
        self.is_flat = False
        self.guessed = guessed

    def take(self, section: Section, *, has_under: bool) -> None:
        """Add the rows of one section: a chapter, a passage, or what stands before all headings."""
        kind, name = numbered_kind(section.name)
        chapter = section_kind(section.name) if not kind else None
        if section.heading is None:
            self._before_headings(section)
        elif has_under or (chapter and not section.words):
            self._chapter(section, name, chapter, is_flat=not has_under)
        else:
            deeper = section.level > self.chapter_level
            is_inside = self.kind and (deeper or self.is_flat)
            ground = "named" if kind else "chapter" if is_inside else "text"
            kind = kind or (self.kind if is_inside else None) or PassageKind.TEXT
            sure = ground != "chapter" or deeper
            self._passage(section, kind, name, ground, sure)

    def _before_headings(self, section: Section) -> None:
        short = len(section.words) == 1 and len(section.words[0]["text"]) <= LONGEST_INTRODUCTION
        kind = INTRODUCTION if short else PassageKind.TEXT
        self._passage(section, kind, "", "before", False)

    def _chapter(self, section: Section, name: str, kind, *, is_flat: bool) -> None:
        self.kind, self.chapter_level, self.is_flat = kind, section.level, is_flat
        words = section.words
        is_lead = len(words) == 1 and words[0]["kind"] == "paragraph"
        is_lead = is_lead and len(words[0]["text"]) <= LEAD and not words[0]["notes"]
        heading = Section(section.first, section.heading, words if is_lead else [])
        self._add(heading, PassageKind.HEADING, name, "kind" if kind else "over", True)
        if words and not is_lead:
            self._add(Section(section.first + 1, None, words), PassageKind.TEXT, "", "under", False)
        self._figures(section)

    def _passage(self, section: Section, kind, name: str, ground: str, sure: bool) -> None:
        if section.words or section.heading:
            self._add(section, kind, name, ground, sure and not self.guessed)
        self._figures(section)

    def _figures(self, section: Section) -> None:
        """Add the images of a section after its text: one in the middle would cut it in two."""
        for index, part in enumerate(section.parts):
            if part["kind"] != "image":
                continue
            after = section.parts[index + 1] if index + 1 < len(section.parts) else None
            caption = after["text"] if after and after["kind"] == "caption" else ""
            row = self._add(
                Section(part["no"], None, []), PassageKind.FIGURE, caption, "image", True
            )
            row.update(image=part["image"], alt=part["alt"])

    def _add(self, section: Section, kind, name: str, ground: str, sure: bool) -> dict:
        pieces = pieces_of(section.words)
        numbers = [part["no"] for part in section.parts] or [section.first]
        row = {
            "n": len(self.made) + 1,
            "kind": str(kind),
            "heading": name[:255],
            "pieces": pieces,
            "image": "",
            "alt": "",
            "excerpt": text_of(pieces)[:EXCERPT],
            "first": section.first,
            "last": max(section.first, *numbers),
            "ground": ground,
            "sure": sure,
            "code": section.heading.get("code", "") if section.heading else "",
        }
        self.made.append(row)
        return row


def _captions_of_images(parts: list[dict]) -> list[dict]:
    pairs = zip(parts, parts[1:], strict=False)
    return [b for a, b in pairs if a["kind"] == "image" and b["kind"] == "caption"]


def _sections(parts: list[dict]) -> tuple[str, list[Section]]:
    """Cut at headings, down to the level of passages. What is deeper, or a field's label, stays inside."""
    for number, part in enumerate(parts, 1):
        part["no"] = number
    title = _take_title(parts)
    levels = sorted({p["level"] for p in parts if p["kind"] == "heading" and not _is_label(p)})
    cut = set(levels[:2])
    sections = [Section(parts[0]["no"] if parts else 1)]
    for part in parts:
        if part["kind"] == "heading" and part["level"] in cut and not _is_label(part):
            sections.append(Section(part["no"], part))
        else:
            sections[-1].parts.append(part)
    return title, [section for section in sections if section.parts or not _is_idle(section)]


def _is_idle(section: Section) -> bool:
    """Tell whether an empty section is none: before the first heading, or over a list of contents."""
    return section.heading is None or normal(section.name) in CONTENTS


def _is_label(part: dict) -> bool:
    return bool(field_of(part["text"]))


def _take_title(parts: list[dict]) -> str:
    """Take the title out: what has the style of one, else a first heading that is alone on its level."""
    headings = [part for part in parts if part["kind"] == "heading"]
    styled = [part for part in headings if part["level"] == 0]
    if styled:
        found = styled[0]
    elif len(headings) > 1 and headings[0]["level"] < min(h["level"] for h in headings[1:]):
        found = headings[0]
        if section_kind(found["text"]) or numbered_kind(found["text"])[0]:
            return ""
    else:
        return ""
    parts.remove(found)
    for part in styled[1:]:
        part["level"] = 1
    return found["text"]


def _guess_headings(parts: list[dict]) -> bool:
    """Take short bold lines for headings in a document that has none. Tells whether it did."""
    if any(part["kind"] == "heading" for part in parts):
        return False
    found = False
    for part in parts:
        text = part["text"]
        short = part.get("bold") and 2 < len(text) <= 100 and not text.endswith((".", ":", ","))
        if short and normal(text):
            part.update(kind="heading", level=1)
            found = True
    return found
