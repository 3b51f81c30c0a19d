"""Cleaned HTML as paragraphs of runs, for formats that know no HTML."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup, NavigableString, Tag

BLOCKS = {"p", "ul", "ol", "li"}


@dataclass(frozen=True)
class Run:
    """Words alike. `href` is empty, an absolute address, or `#p-` and the code of a passage."""

    words: str
    is_bold: bool = False
    is_italic: bool = False
    href: str = ""


@dataclass(frozen=True)
class Paragraph:
    """`kind` is "p", "ul" or "ol"; `level` is how deep a list item stands, `number` its place."""

    kind: str
    runs: tuple[Run, ...]
    level: int = 0
    number: int = 0

    @property
    def words(self) -> str:
        return "".join(run.words for run in self.runs).strip()


def paragraphs_of(html: str) -> list[Paragraph]:
    """Return the paragraphs in order; a line break is a newline inside a run."""
    soup = BeautifulSoup(html, "html.parser")
    return [paragraph for paragraph in _read(soup, "p", 0, 0) if paragraph.words]


def _read(parent: Tag, kind: str, level: int, number: int) -> Iterator[Paragraph]:
    """Gather loose words into a paragraph of this kind; blocks inside stand for themselves."""
    loose: list[Run] = []
    for child in parent.children:
        if not (isinstance(child, Tag) and child.name in BLOCKS):
            loose += _runs(child, Run(""))
            continue
        if loose:
            yield Paragraph(kind, tuple(loose), level, number)
            loose = []
        if child.name in ("ul", "ol"):
            items = child.find_all("li", recursive=False)
            for place, item in enumerate(items, start=1):
                yield from _read(item, child.name, level + 1, place)
        else:
            yield from _read(child, kind, level, number)
    if loose:
        yield Paragraph(kind, tuple(loose), level, number)


def _runs(node, style: Run) -> Iterator[Run]:
    if isinstance(node, NavigableString):
        words = " ".join(f"|{node}|".split())[1:-1]  # one blank for many, also at the ends
        if words:
            yield replace(style, words=words)
        return
    if node.name == "br":
        yield replace(style, words="\n")
        return
    inside = replace(
        style,
        is_bold=style.is_bold or node.name in ("b", "strong"),
        is_italic=style.is_italic or node.name in ("i", "em"),
        href=node.get("href", style.href) if node.name == "a" else style.href,
    )
    for child in node.children:
        yield from _runs(child, inside)
