"""The words that the documentation names, for the tests that prove them."""

from pathlib import Path

FILE = Path(__file__).resolve().parents[2] / "docs" / "search-words.md"


def rows(title: str) -> list[tuple[str, str]]:
    """Return the rows of the table under a heading."""
    _before, _title, section = FILE.read_text(encoding="utf-8").partition(f"\n## {title}\n")
    lines = [line for line in section.partition("\n## ")[0].splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    assert cells, title
    return [(asked, said) for asked, said in cells]
