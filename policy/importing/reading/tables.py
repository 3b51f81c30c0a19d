"""A table as a list that can be read aloud: one item for each row, "header: value"."""

from html import escape

from bs4.element import Tag

WIDE = 40  # columns; what is beyond is a spreadsheet and no text


def table_as_list(table: Tag) -> str:
    """Return HTML: the caption as a paragraph, then the rows. "" for a table without words.

    The first row is taken for headers when there are at least two rows and two columns.
    """
    rows = [_cells(row) for row in table.find_all("tr") if row.find_parent("table") is table]
    rows = [row for row in rows if any(row)]
    if not rows:
        return ""
    caption = table.find("caption")
    before = f"<p><b>{escape(_words(caption))}</b></p>" if caption and _words(caption) else ""
    if len(rows) == 1 or max(map(len, rows)) == 1:
        return before + "".join(f"<p>{escape(cell)}</p>" for row in rows for cell in row if cell)
    items = "".join(f"<li>{_item(rows[0], row)}</li>" for row in rows[1:])
    return f"{before}<ul>{items}</ul>"


def _item(headers: list[str], row: list[str]) -> str:
    named = [
        f"{escape(header)}: {escape(cell)}" if header else escape(cell)
        for header, cell in zip(headers[1:], row[1:], strict=False)
        if cell
    ]
    named += [escape(cell) for cell in row[len(headers) :] if cell]
    first = f"<b>{escape(row[0])}</b>" if row[0] else ""
    return "; ".join(filter(None, [first, *named])).replace("</b>; ", "</b> – ", 1)


def _cells(row: Tag) -> list[str]:
    """Return the words of the row's cells; a cell over several columns stands once, then empty."""
    cells = []
    for cell in row.find_all(["td", "th"], recursive=False):
        span = str(cell.get("colspan", "1"))
        cells.append(_words(cell))
        cells.extend([""] * (min(int(span), WIDE) - 1 if span.isdigit() else 0))
    return cells[:WIDE]


def _words(element: Tag) -> str:
    return " ".join(element.get_text(" ").split())
