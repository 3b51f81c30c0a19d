"""The words of frozen HTML as paragraphs, items of lists and rows of tables."""

from html.parser import HTMLParser

PARAGRAPHS = {"p", "div", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "caption"}
ITEMS = {"li", "dt", "dd"}
ROWS = {"tr"}
CELLS = {"td", "th"}
SHAPES = dict.fromkeys(PARAGRAPHS, "p") | dict.fromkeys(ITEMS, "item") | dict.fromkeys(ROWS, "row")
BETWEEN_CELLS = " | "


class _Lines(HTMLParser):
    """Collects lines; a shape holds until its element ends, so a paragraph in an item is an item."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines: list[tuple[str, str]] = []
        self.open: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.has_cell = False

    def handle_starttag(self, tag, attrs):
        if tag in CELLS:
            if self.has_cell:
                self.words.append(BETWEEN_CELLS)
            self.has_cell = True
        elif tag == "br":
            self.words.append(" ")
        elif tag in SHAPES and not self._in_row():
            self.end_line()
            shape = "item" if SHAPES[tag] == "p" and self._shape() == "item" else SHAPES[tag]
            self.open.append((tag, shape))
        elif tag in {"ul", "ol", "table"} and not self._in_row():
            self.end_line()

    def handle_endtag(self, tag):
        if self._in_row() and tag in PARAGRAPHS | ITEMS:
            self.words.append(" ")
        elif any(tag == name for name, _shape in self.open):
            self.end_line()
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        self.words.append(data)

    def end_line(self):
        """Keep what was collected as a line, unless it is empty."""
        text = " ".join("".join(self.words).split())
        if text.strip(BETWEEN_CELLS):
            self.lines.append((self._shape(), text))
        self.words, self.has_cell = [], False

    def _shape(self) -> str:
        return self.open[-1][1] if self.open else "p"

    def _in_row(self) -> bool:
        return self._shape() == "row"


def lines_of_html(html: str) -> list[tuple[str, str]]:
    """Return [(shape, words)] with shape "p", "item" or "row", in reading order."""
    parser = _Lines()
    parser.feed(html)
    parser.close()
    parser.end_line()
    return parser.lines
